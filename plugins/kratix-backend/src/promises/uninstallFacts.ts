import {
  hasSwitch,
  kratixLabels,
  labelOf,
  namespaceOf,
  parentsOf,
  promiseTexts,
  apiOfPromise,
  stringifyRequestRef,
  workNameOf,
  nameOf,
  type Freshness,
  type KubeObject,
  type RequestRef,
  type UninstallFacts,
  type UninstallWork,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { Turns } from '../http/Turns';
import type { KratixLive } from '../live/KratixLive';
import {
  affectedView,
  requestsOfPromise,
  type PromiseRequest,
} from '../marketplace/install/affectedRequests';
import type { RequestVisibility } from '../permissions/RequestAccess';
import { requestKeysOfWork } from '../placements/requestOfWork';
import { knownList } from '../platforms/knownList';
import { countRequests, requestsAreKnown } from './countRequests';

/** Who asks, and what is known beside the platform. @internal */
export interface UninstallAsk {
  live: { requests: Pick<KratixLive['requests'], 'get'> };
  visibility: RequestVisibility;
  freshness: Freshness;
  annotationPrefix: string;
}

/**
 * What an uninstall is judged by, from the watch cache alone. Of ten thousand
 * requests this is some work, and others are served meanwhile.
 *
 * @internal
 */
export async function uninstallFacts(
  platform: Platform,
  name: string,
  ask: UninstallAsk,
): Promise<UninstallFacts> {
  const promise = platform.get('promises', name);
  const works = knownList(platform, 'works', {
    labels: { [kratixLabels.promiseName]: name },
  });
  const placements = knownList(platform, 'workplacements');
  const areKnown = requestsAreKnown(platform, name);
  const requests = await requestsOfPromise({ platform, promise: name }, ask);
  const buckets = knownList(platform, 'bucketstatestores');
  const gits = knownList(platform, 'gitstatestores');
  return {
    platform: platform.id,
    name,
    title: titleOf(promise, name, ask.annotationPrefix),
    ...(promise && { promise }),
    promises: knownList(platform, 'promises'),
    releases: knownList(platform, 'promisereleases'),
    works: works && (await worksOf(platform, works, requests, ask.visibility)),
    placements: works && placements && (await placementsOf(works, placements)),
    destinations: knownList(platform, 'destinations'),
    // One kind is enough: most installs have no CRD of the other's making.
    stateStores:
      buckets || gits ? [...(buckets ?? []), ...(gits ?? [])] : undefined,
    requests: areKnown
      ? {
          ...affectedView(requests),
          items: requests
            .filter(({ seen }) => seen)
            .map(({ ref, owner }) => ({ ref, ...(owner && { owner }) })),
          paused: requests.filter(({ object }) =>
            hasSwitch(object, kratixLabels.paused),
          ).length,
        }
      : undefined,
    children: await relatives(platform, name, requests, ask),
    requestsOf: of => countRequests(platform, of),
    ...(platform.owner && { platformOwner: platform.owner }),
    annotationPrefix: ask.annotationPrefix,
    freshness: ask.freshness,
  };
}

function titleOf(
  promise: KubeObject | undefined,
  name: string,
  prefix: string,
): string {
  if (!promise) return name;
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  return promiseTexts(promise, api, prefix).title;
}

/**
 * A Work of a request that is not known may be of one that the person may not
 * see, so only who sees all is told of it.
 */
async function worksOf(
  platform: Platform,
  works: readonly KubeObject[],
  requests: readonly PromiseRequest[],
  visibility: RequestVisibility,
): Promise<UninstallWork[]> {
  const known = new Map(
    requests.map(one => [stringifyRequestRef(one.ref), one]),
  );
  return inTurns(works, object => {
    if (!labelOf(object, kratixLabels.resourceName)) {
      return [{ object, seen: true }];
    }
    const [request] = requestKeysOfWork(platform, object).flatMap(
      key => known.get(key) ?? [],
    );
    return request
      ? [{ object, request: request.ref, seen: request.seen }]
      : [{ object, seen: visibility.all }];
  });
}

async function placementsOf(
  works: readonly KubeObject[],
  placements: readonly KubeObject[],
): Promise<KubeObject[]> {
  const keys = new Set(works.map(one => `${namespaceOf(one)}/${nameOf(one)}`));
  return inTurns(placements, one =>
    keys.has(`${namespaceOf(one)}/${workNameOf(one)}`) ? [one] : [],
  );
}

/** Requests of other Promises above and below these, as far as they are seen. */
async function relatives(
  platform: Platform,
  promise: string,
  requests: readonly PromiseRequest[],
  { live, visibility }: UninstallAsk,
): Promise<RequestRef[]> {
  const keyOf = (one: { promise: string; namespace?: string; name: string }) =>
    `${one.promise} ${one.namespace ?? ''}/${one.name}`;
  const identity = (of: string, object: KubeObject) =>
    keyOf({
      promise: of,
      namespace: namespaceOf(object),
      name: nameOf(object),
    });
  const ours = new Set(requests.map(({ object }) => identity(promise, object)));
  const above = new Set(
    requests.flatMap(({ object }) => parentsOf(object)).map(keyOf),
  );
  const others = platform
    .requestKinds()
    .filter(kind => kind.promise !== promise)
    .flatMap(kind =>
      platform
        .requests({ crd: kind.crd })
        .map(object => ({ of: kind.promise, object })),
    );
  return inTurns(others, ({ of, object }) => {
    const isRelative =
      above.has(identity(of, object)) ||
      parentsOf(object).some(parent => ours.has(keyOf(parent)));
    const ref = isRelative ? platform.requestRef(object) : undefined;
    const row = ref && live.requests.get(platform.id, stringifyRequestRef(ref));
    const isSeen = row && visibility.ready(row) && visibility.sees(row);
    return ref && isSeen ? [ref] : [];
  });
}

/** `flatMap`, with others being served in between. */
async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => R[],
): Promise<R[]> {
  const turns = new Turns();
  const results: R[] = [];
  for (const item of items) {
    results.push(...work(item));
    if (turns.due) await turns.give();
  }
  return results;
}
