import {
  hasSwitch,
  kratixLabels,
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
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixLive } from '../live/KratixLive';
import {
  affectedView,
  requestsOfPromise,
  type PromiseRequest,
} from '../marketplace/install/affectedRequests';
import type { RequestVisibility } from '../permissions/RequestAccess';
import { knownList } from '../platforms/knownList';

/** Who asks, and what is known beside the platform. @internal */
export interface UninstallAsk {
  live: Pick<KratixLive, 'requests'>;
  visibility: RequestVisibility;
  freshness: Freshness;
  annotationPrefix: string;
}

/** What an uninstall is judged by, from the watch cache alone. @internal */
export function uninstallFacts(
  platform: Platform,
  name: string,
  ask: UninstallAsk,
): UninstallFacts {
  const promise = platform.get('promises', name);
  const requests = requestsOfPromise({ platform, promise: name }, ask);
  const works = knownList(platform, 'works', {
    labels: { [kratixLabels.promiseName]: name },
  });
  const buckets = knownList(platform, 'bucketstatestores');
  const gits = knownList(platform, 'gitstatestores');
  return {
    platform: platform.id,
    name,
    title: titleOf(promise, name, ask.annotationPrefix),
    ...(promise && { promise }),
    promises: knownList(platform, 'promises'),
    releases: knownList(platform, 'promisereleases'),
    works,
    placements: works && placementsOf(platform, works),
    destinations: knownList(platform, 'destinations'),
    // One kind is enough: most installs have no CRD of the other's making.
    stateStores:
      buckets || gits ? [...(buckets ?? []), ...(gits ?? [])] : undefined,
    requests: requestsAreKnown(platform, name)
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
    children: relatives(platform, name, requests, ask),
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

/** A kind that was never read may have any number of requests. */
function requestsAreKnown(platform: Platform, promise: string): boolean {
  return platform
    .facts()
    .kinds.filter(kind => kind.promise === promise)
    .every(
      ({ syncedAt, state }) => syncedAt !== undefined && state !== 'forbidden',
    );
}

function placementsOf(
  platform: Platform,
  works: readonly KubeObject[],
): KubeObject[] | undefined {
  const keys = new Set(works.map(one => `${namespaceOf(one)}/${nameOf(one)}`));
  return knownList(platform, 'workplacements')?.filter(one =>
    keys.has(`${namespaceOf(one)}/${workNameOf(one)}`),
  );
}

/** Requests of other Promises above and below these, as far as they are seen. */
function relatives(
  platform: Platform,
  promise: string,
  requests: readonly PromiseRequest[],
  { live, visibility }: UninstallAsk,
): RequestRef[] {
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
  return platform
    .requestKinds()
    .filter(kind => kind.promise !== promise)
    .flatMap(kind =>
      platform
        .requests({ crd: kind.crd })
        .filter(
          object =>
            above.has(identity(kind.promise, object)) ||
            parentsOf(object).some(parent => ours.has(keyOf(parent))),
        )
        .flatMap(object => platform.requestRef(object) ?? [])
        .filter(ref => {
          const row = live.requests.get(platform.id, stringifyRequestRef(ref));
          return row && visibility.ready(row) && visibility.sees(row);
        }),
    );
}
