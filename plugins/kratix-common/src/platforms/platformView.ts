import type { Freshness, PlatformDescription, PlatformView } from '../api';
import { platformEntityRef } from '../catalog';
import { isoTime } from '../kube';
import { countOfKind, type CountRights } from './countedKinds';
import type { PlatformFacts } from './facts';

/** How current what a platform contributes is. @public */
export function freshnessView(
  facts: PlatformFacts,
  description: PlatformDescription,
): Freshness {
  return {
    platform: facts.id,
    title: facts.title,
    label: description.label,
    asOf: isoTime(facts.lastContactAt),
    failingSince: isoTime(facts.failingSince),
  };
}

/** What Kratix offers, by the kind that comes with it. */
const features: Record<PlatformView['features'][number]['id'], string> = {
  revisions: 'promiserevisions',
  bindings: 'resourcebindings',
  'dry-run': 'dryruns',
  'health-records': 'healthrecords',
  releases: 'promisereleases',
};

const featureIds = Object.keys(features) as (keyof typeof features)[];

/**
 * A platform as its card shows it: no address, no credential, and no number of
 * what may not be seen.
 *
 * @public
 */
export function platformView(
  facts: PlatformFacts,
  description: PlatformDescription,
  counted: { counts: PlatformView['counts']; rights: CountRights },
): PlatformView {
  const { counts, rights } = counted;
  const found = new Set(
    facts.kinds
      .filter(
        ({ group, state }) =>
          group === 'platform.kratix.io' && state !== 'absent',
      )
      .map(({ plural }) => plural),
  );
  return {
    id: facts.id,
    title: facts.title,
    owner: facts.owner,
    sandbox: facts.sandbox === true,
    identity: facts.identity,
    description,
    freshness: freshnessView(facts, description),
    apiServerVersion: facts.apiServerVersion,
    counts,
    delayMs: facts.delayMs,
    features: featureIds.map(id => ({ id, found: found.has(features[id]) })),
    kinds: facts.kinds.map(watched => {
      const { group, plural, kind, state, promise } = watched;
      const count = countOfKind(watched, rights);
      return { group, plural, kind, state, count, promise };
    }),
    entityRef: platformEntityRef(facts.id),
  };
}
