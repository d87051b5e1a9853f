import type { PlatformFeature } from '../api';
import type { PlatformFacts, PlatformKindFacts } from './facts';

/** What Kratix offers, by the kind that comes with it. */
const kinds: Record<PlatformFeature['id'], string> = {
  revisions: 'promiserevisions',
  bindings: 'resourcebindings',
  'dry-run': 'dryruns',
  'health-records': 'healthrecords',
  releases: 'promisereleases',
};

const group = 'platform.kratix.io';

const ids = Object.keys(kinds) as PlatformFeature['id'][];

/**
 * Which of Kratix's features a platform has. Kratix has no version that could
 * be relied on, so they are told by the kinds that are served. Pure.
 *
 * @internal
 */
export function platformFeatures(
  facts: Pick<PlatformFacts, 'kinds' | 'takesPreviews'>,
): PlatformFeature[] {
  return ids.map(id => {
    const state = stateOf(
      facts.kinds.find(
        kind => kind.group === group && kind.plural === kinds[id],
      ),
    );
    // Accepted, and then nothing ever happens.
    const isOff =
      id === 'dry-run' && state === 'found' && facts.takesPreviews === false;
    const crd = `${kinds[id]}.${group}`;
    return { id, state: isOff ? 'off' : state, crd };
  });
}

function stateOf(
  kind: PlatformKindFacts | undefined,
): PlatformFeature['state'] {
  if (kind?.state === 'absent') return 'absent';
  // A refusal says nothing of whether it is there.
  if (kind?.state === 'forbidden') return 'refused';
  const wasRead = kind?.state === 'watching' || kind?.syncedAt !== undefined;
  return wasRead ? 'found' : 'unknown';
}
