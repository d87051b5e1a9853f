import {
  type PlatformFacts,
  type PromiseFacts,
  kratixLabels,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { subjectTerm } from '../activity/eventTerms';
import { kratixGroup } from '../cache/watchedKinds';
import { keyOf } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { watchedKindKeys } from '../cache/watchedKinds';
import { placementsOf, stateStoresOf } from '../requests/requestFacts';
import { promiseTerm } from '../requests/requestTerms';
import { requirementsOf } from './promiseTerms';
import { requestKindOf } from './requestKinds';

/** The input of `describePromise` from what the cache holds. @internal */
export function joinPromise(
  store: PlatformStore,
  name: string,
  platform: PlatformFacts,
): PromiseFacts | undefined {
  const promise = store.get(watchedKindKeys.promises, keyOf('', name));
  if (!promise) return undefined;
  const term = promiseTerm(name);
  const works = store.readable('worksByOwner', term);
  const crd = requestKindOf(promise)?.crd;
  const release = promise.metadata.labels?.[kratixLabels.promiseReleaseName];
  return {
    promise,
    crd: crd
      ? store.get(watchedKindKeys.customresourcedefinitions, keyOf('', crd))
      : undefined,
    revisions: store.readable('revisionsByPromise', name),
    promises: store.all('promises'),
    requiredRevisions: store.all('promiserevisions')
      ? requirementsOf(promise).flatMap(required =>
          store.indexed('revisionsByPromise', required),
        )
      : undefined,
    release: release
      ? store.get(watchedKindKeys.promisereleases, keyOf('', release))
      : undefined,
    jobs: store.readable('jobsByOwner', term),
    pods: store.readable('podsByOwner', term),
    works,
    placements: placementsOf(store, works),
    destinations: store.all('destinations'),
    stateStores: stateStoresOf(store),
    events: store.readable(
      'eventsBySubject',
      subjectTerm({ group: kratixGroup, kind: 'Promise', namespace: '', name }),
    ),
    platform,
  };
}
