import {
  kratixLabels,
  labelOf,
  textAt,
  type Freshness,
  type InstallationView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Installed } from './InstallService';

/**
 * How far an install or upgrade is at the very moment it was written, before
 * the cache has heard of it.
 *
 * @internal
 */
export function writtenView(
  { subject, object }: Installed,
  freshness: Freshness,
): InstallationView {
  const { kept, platform, method, ref } = subject;
  const byRelease = method === 'release';
  const version = byRelease
    ? textAt(object, 'spec', 'version')
    : labelOf(object, kratixLabels.promiseVersion);
  return {
    platform: platform.id,
    name: kept.listing.name,
    state: 'installing',
    method,
    ...(version && { version }),
    origin: ref,
    stages: [
      ...(byRelease
        ? [{ stage: 'fetched' as const, state: 'running' as const }]
        : []),
      { stage: 'created', state: byRelease ? 'waiting' : 'done' },
      { stage: 'steps', state: 'waiting' },
      { stage: 'delivered', state: 'waiting' },
      { stage: 'available', state: 'waiting' },
    ],
    causes: [],
    finalizers: [],
    freshness,
  };
}
