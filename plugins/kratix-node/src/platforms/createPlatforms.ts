import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { systemClock, type Clock } from '../cache/clock';
import { defaultLimits, type ReflectorLimits } from '../cache/reflector';
import { readPlatforms } from '../config/readPlatforms';
import { readSettings } from '../config/readSettings';
import { builtInConnections } from '../connections';
import type { ConnectionKind, KratixPlatforms } from '../types';
import { defaultLiveness, type LivenessLimits } from './liveness';
import { platformsById } from './platformsById';
import { watchPlatform } from './watchedPlatform';

// Long enough for a burst of Kratix's own writes on one object, short enough
// to be seen at once.
const defaultWindowMs = 75;
// A connection that takes longer opens while the backend goes on starting.
const connectMs = 5_000;

/** @internal */
export interface CreatePlatformsOptions {
  config: RootConfigService;
  logger: LoggerService;
  connectionKinds?: ConnectionKind[];
  clock?: Clock;
  limits?: ReflectorLimits & LivenessLimits;
  windowMs?: number;
}

/**
 * Watches all platforms of the config. Config that is wrong is refused; a
 * platform that is away is not waited for.
 *
 * @throws InputError naming the config key
 * @internal
 */
export async function createPlatforms(
  options: CreatePlatformsOptions,
): Promise<KratixPlatforms & { stop(): Promise<void> }> {
  const { config, logger, clock = systemClock } = options;
  const settings = readSettings(config);
  const kinds = new Map(
    [...builtInConnections, ...(options.connectionKinds ?? [])].map(kind => [
      kind.key,
      kind,
    ]),
  );
  const platforms = readPlatforms(config, [...kinds.keys()]).map(platform =>
    watchPlatform({
      ...platform,
      connect: async () => {
        const kind = kinds.get(platform.connection);
        if (!kind) throw new InputError(`No connection ${platform.connection}`);
        return kind.connect({
          platform: platform.id,
          config: platform.config,
          rootConfig: config,
        });
      },
      logger: logger.child({ platform: platform.id }),
      clock,
      limits: options.limits ?? { ...defaultLimits, ...defaultLiveness },
      windowMs: options.windowMs ?? defaultWindowMs,
    }),
  );
  if (platforms.length === 0) {
    logger.warn(
      'No platform is configured, so there is nothing to show or request: name one below kratix.platforms.',
    );
  }
  const stop = async () => {
    await Promise.all(platforms.map(platform => platform.stop()));
  };

  const waited = new AbortController();
  try {
    await Promise.race([
      Promise.all(platforms.map(platform => platform.connected())),
      clock.delay(connectMs, waited.signal),
    ]);
  } catch (error) {
    await stop();
    throw error;
  } finally {
    waited.abort();
  }

  return {
    settings,
    stop,
    ...platformsById(platforms),
  };
}
