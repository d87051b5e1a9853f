import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { PlatformFacts } from '@kratix-portal/backstage-plugin-kratix-common';

/** What config says about one platform. @internal */
export interface PlatformConfig {
  id: string;
  title: string;
  owner?: string;
  identity: PlatformFacts['identity'];
  /** Key of the connection kind. */
  connection: string;
  /** `kratix.platforms.<id>`, for the connection kind to read on. */
  config: Config;
}

const identities = ['serviceAccount', 'impersonation', 'oidc'] as const;
const platformId = /^[a-z0-9]([-a-z0-9]{0,22}[a-z0-9])?$/;
const entityRef = /^[a-z][a-z0-9.-]*:[^/\s:]+\/[^/\s:]+$/i;
const common = ['title', 'owner', 'identity'];
const besideUrl = ['caData', 'skipTLSVerify', 'token', 'tokenFile'];

/**
 * The platforms, in the order of config.
 *
 * @param connectionKeys - keys of the kinds of connection that are there
 * @throws InputError naming the key
 * @internal
 */
export function readPlatforms(
  config: Config,
  connectionKeys: string[],
): PlatformConfig[] {
  const platforms = config.getOptionalConfig('kratix.platforms');
  if (!platforms) return [];
  return platforms.keys().map(id => {
    const key = `kratix.platforms.${id}`;
    if (!platformId.test(id) || id === 'marketplace') {
      throw new InputError(
        `${key}: the id must be a DNS label of at most 24 characters, and not 'marketplace'`,
      );
    }
    return readPlatform(id, platforms.getConfig(id), connectionKeys);
  });
}

function readPlatform(
  id: string,
  config: Config,
  connectionKeys: string[],
): PlatformConfig {
  const key = `kratix.platforms.${id}`;
  const given = config.getOptionalString('identity') ?? 'serviceAccount';
  const identity = identities.find(known => known === given);
  if (!identity) {
    throw new InputError(
      `${key}.identity: use ${identities.join(', ')}, not '${given}'`,
    );
  }
  const owner = config.getOptionalString('owner');
  if (owner !== undefined && !entityRef.test(owner)) {
    throw new InputError(
      `${key}.owner: '${owner}' is no entity ref, as in 'group:default/platform-team'`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    owner,
    identity,
    connection: readConnectionKey(key, config, connectionKeys),
    config,
  };
}

function readConnectionKey(
  key: string,
  config: Config,
  connectionKeys: string[],
): string {
  const choices = connectionKeys.join(', ');
  const known = [...common, ...besideUrl, ...connectionKeys];
  const unknown = config.keys().find(one => !known.includes(one));
  if (unknown) {
    throw new InputError(
      `${key}.${unknown}: not known; connections are ${choices}, is a backend module missing?`,
    );
  }
  const found = connectionKeys.filter(one => config.has(one));
  if (found.length !== 1) {
    const said = found.length === 0 ? 'none is given' : found.join(' and ');
    throw new InputError(
      `${key}: needs exactly one connection of ${choices}; ${said}`,
    );
  }
  const stray = besideUrl.find(one => config.has(one));
  if (stray && found[0] !== 'url') {
    throw new InputError(`${key}.${stray}: only together with 'url'`);
  }
  return found[0];
}
