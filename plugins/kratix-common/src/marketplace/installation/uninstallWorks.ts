import type { UninstallImpact } from '../../api';
import { nameOf, namespaceOf, type KubeObject } from '../../kube';
import { targetDestination, workNameOf } from '../../placements';
import type { RequestRef } from '../../requests';
import type { UninstallFacts } from './uninstallImpact';

/** A Work of a Promise or of one of its requests. @public */
export interface UninstallWork {
  object: KubeObject;
  /** The request that it was made for, where there is one. */
  request?: RequestRef;
  /** Whether the person may be told that there is this one. */
  seen: boolean;
}

type Work = UninstallImpact['works']['items'][number];

const mostItems = 200;

/**
 * The Promise's own first, the others request by request.
 *
 * @internal
 */
export function uninstallWorks({
  works = [],
  placements = [],
}: Pick<UninstallFacts, 'works' | 'placements'>): UninstallImpact['works'] {
  const places = destinationsByWork(placements);
  const items = works
    .filter(({ seen }) => seen)
    .map(work => ({ work, order: orderOf(work) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, mostItems)
    .map(({ work: { object, request } }): Work => {
      const name = nameOf(object);
      return {
        namespace: namespaceOf(object),
        name,
        ...(request && { request }),
        destinations: [...(places.get(keyOf(object, name)) ?? [])].sort(),
      };
    });
  return { total: works.length, items };
}

function destinationsByWork(
  placements: readonly KubeObject[],
): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const placement of placements) {
    const work = workNameOf(placement);
    const destination = targetDestination(placement);
    if (!work || !destination) continue;
    const key = keyOf(placement, work);
    places.set(key, (places.get(key) ?? new Set()).add(destination));
  }
  return places;
}

/** A placement lies in the namespace of its Work. */
function keyOf(object: KubeObject, work: string): string {
  return `${namespaceOf(object)}/${work}`;
}

/** No name has a space, so that what is shorter comes first. */
function orderOf({ object, request }: UninstallWork): string {
  const of = request
    ? [request.namespace, request.name, request.crd]
    : ['', '', ''];
  return [...of, namespaceOf(object), nameOf(object)].join(' ');
}
