import {
  nameOf,
  stringifyRequestRef,
  type AffectedRequests,
  type KubeObject,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { Turns } from '../../http/Turns';
import type { KratixLive } from '../../live/KratixLive';
import type { RequestVisibility } from '../../permissions/RequestAccess';

/** A request of a Promise, and whether the person may see it. @internal */
export interface PromiseRequest {
  object: KubeObject;
  ref: RequestRef;
  owner?: string;
  seen: boolean;
}

/** All requests of a Promise, as they are when it is called. @internal */
export async function requestsOfPromise(
  { platform, promise }: { platform: Platform; promise: string },
  options: {
    live: { requests: Pick<KratixLive['requests'], 'get'> };
    visibility: RequestVisibility;
  },
): Promise<PromiseRequest[]> {
  const { live, visibility } = options;
  const objects = platform
    .requestKinds()
    .filter(kind => kind.promise === promise)
    .flatMap(({ crd }) => platform.requests({ crd }));
  const turns = new Turns();
  const requests: PromiseRequest[] = [];
  for (const object of objects) {
    const ref = platform.requestRef(object);
    if (!ref) continue;
    const row = live.requests.get(platform.id, stringifyRequestRef(ref));
    const resource = { ref, promise, owner: row?.owner };
    const seen = visibility.ready(resource) && visibility.sees(resource);
    requests.push({
      object,
      ref,
      seen,
      ...(row?.owner && { owner: row.owner }),
    });
    if (turns.due) await turns.give();
  }
  return requests;
}

/** How many there are and whose, whoever asks. @internal */
export function affectedView(
  requests: readonly PromiseRequest[],
): AffectedRequests {
  const counts = new Map<string, number>();
  for (const { owner = '' } of requests) {
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return {
    total: requests.length,
    byOwner: [...counts]
      .map(([owner, count]) => ({ owner, count }))
      .sort((a, b) => b.count - a.count || (a.owner < b.owner ? -1 : 1)),
    hidden: requests.filter(({ seen }) => !seen).length,
  };
}

/** `payments/cache`. @internal */
export function requestTitle({ ref, object }: PromiseRequest): string {
  return ref.namespace === '-'
    ? nameOf(object)
    : `${ref.namespace}/${nameOf(object)}`;
}
