import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader, type Config } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import { marketplaceSourceTypes } from '@kratix-portal/backstage-plugin-kratix-backend';
import type { MarketplaceSourceReading } from '@kratix-portal/backstage-plugin-kratix-node';
import { resolve } from 'node:path';

const patienceMs = 60_000;

const say = (message: string) => process.stderr.write(`${message}\n`);

/** What went wrong with one file belongs beside the report, not into it. */
const onStderr: LoggerService = {
  error: say,
  warn: say,
  info: () => {},
  debug: () => {},
  child: () => onStderr,
};

/**
 * Reads a source as the portal would: a folder, an index where an address ends
 * with `.json`, any other address as a tree.
 *
 * @param from - where paths begin
 * @throws Error whose message is a sentence for people
 */
export async function readSourceAt(
  place: string,
  options: { from: string; configFile?: string },
): Promise<MarketplaceSourceReading> {
  const { from, configFile } = options;
  const config = await configOf(configFile && resolve(from, configFile));
  const own = sourceConfig(place, from);
  const type = marketplaceSourceTypes(config).find(({ key }) => key in own);
  if (!type) throw new Error(`Nothing can read ${place}`);
  const source = type.create({
    id: 'report',
    config: new ConfigReader(own),
    urlReader: UrlReaders.default({ config, logger: onStderr }),
    logger: onStderr,
  });
  const reading = await source.read({
    previous: async () => undefined,
    signal: AbortSignal.timeout(patienceMs),
  });
  if (reading === 'unchanged') throw new Error('Nothing was read');
  return reading;
}

function sourceConfig(place: string, from: string) {
  if (!/^https?:\/\//i.test(place)) {
    return { folder: { path: resolve(from, place) } };
  }
  return new URL(place).pathname.endsWith('.json')
    ? { index: { url: place } }
    : { tree: { url: place } };
}

async function configOf(file: string | undefined): Promise<Config> {
  if (!file) return new ConfigReader({});
  const config = await ConfigSources.toConfig(
    ConfigSources.defaultForTargets({
      targets: [{ type: 'path', target: file }],
    }),
  );
  config.close();
  return config;
}
