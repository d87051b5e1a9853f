import type { Unchecked, UninstallImpact } from '../../api';
import {
  asText,
  conditionOf,
  hasSwitch,
  isRecord,
  labelOf,
  listAt,
  nameOf,
  textAt,
  type KubeObject,
} from '../../kube';
import { kratixLabels } from '../../kratixNames';
import {
  storeOf,
  storeRefOf,
  storeState,
  targetDestination,
} from '../../placements';
import { apiOfPromise } from '../../promises';
import type { UninstallFacts } from './uninstallImpact';

type Risk = UninstallImpact['risks'][number];

/** What may hold an uninstall up or take more along than is meant. @internal */
export function uninstallRisks(facts: UninstallFacts): Risk[] {
  return [
    ...sharedApi(facts),
    ...hangWithoutApi(facts),
    ...unreadyStores(facts),
    ...paused(facts),
    ...deleteSteps(facts),
    ...returning(facts),
    ...unknown(facts),
  ];
}

/** Whichever of the two goes takes the CRD and all requests of both along. */
function sharedApi({ name, promise, promises }: UninstallFacts): Risk[] {
  const own = apiOfPromise(promise);
  if (!('api' in own)) return [];
  const { crd } = own.api;
  return (promises ?? [])
    .filter(other => {
      if (nameOf(other) === name) return false;
      const theirs = apiOfPromise(other);
      return 'api' in theirs && theirs.api.crd === crd;
    })
    .map(nameOf)
    .sort()
    .map(by => ({ id: 'shared-api', params: { by, crd } }));
}

/** Its revision waits for an API that there never was (recording 21). */
function hangWithoutApi({ promise }: UninstallFacts): Risk[] {
  if (!promise) return [];
  const offered = apiOfPromise(promise);
  return 'reason' in offered && offered.reason === 'none'
    ? [{ id: 'no-api-hang', params: {} }]
    : [];
}

/** Files can't be removed from a store that can't be reached. */
function unreadyStores(facts: UninstallFacts): Risk[] {
  const { placements = [], destinations = [] } = facts;
  const stores = facts.stateStores && [...facts.stateStores];
  const names = new Set(placements.map(targetDestination));
  return destinations
    .filter(one => names.has(nameOf(one)))
    .filter(destination => {
      const store = storeOf(destination, stores);
      return (
        storeState(store).condition?.status === 'False' ||
        conditionOf(destination, 'Ready')?.status === 'False'
      );
    })
    .map(destination => ({
      id: 'store-not-ready',
      params: {
        destination: nameOf(destination),
        ...storeName(destination),
      },
    }));
}

function storeName(destination: KubeObject): { store?: string } {
  const store = storeRefOf(destination)?.name;
  return store ? { store } : {};
}

function paused({ promise, requests }: UninstallFacts): Risk[] {
  const count = requests?.paused ?? 0;
  if (!hasSwitch(promise, kratixLabels.paused) && count === 0) return [];
  return [{ id: 'paused', params: { requests: count } }];
}

/** A failed one stops the removal until somebody lets it run again. */
function deleteSteps({ promise, requests }: UninstallFacts): Risk[] {
  const steps = [
    ...firstStep(promise, 'promise'),
    // Without a request there is nothing to delete.
    ...(requests?.total === 0 ? [] : firstStep(promise, 'resource')),
  ];
  return steps.length > 0
    ? [{ id: 'delete-steps', params: { steps: steps.join(', ') } }]
    : [];
}

/** Kratix runs no more than the first. */
function firstStep(promise: KubeObject | undefined, type: string): string[] {
  const [first] = listAt(promise, 'spec', 'workflows', type, 'delete').filter(
    isRecord,
  );
  if (!first) return [];
  return [textAt(first, 'metadata', 'name') ?? asText(first.name) ?? type];
}

/** Nobody can tell whether the release that it names is still there. */
function returning({ promise, releases }: UninstallFacts): Risk[] {
  const release = labelOf(promise, kratixLabels.promiseReleaseName);
  return release && !releases
    ? [{ id: 'release-returns', params: { release } }]
    : [];
}

function unknown(facts: UninstallFacts): Risk[] {
  const looked: [Unchecked, unknown][] = [
    ['requests', facts.requests],
    ['promises', facts.promises],
    ['releases', facts.releases],
    ['deliveries', facts.works && facts.placements],
    ['destinations', facts.destinations],
    ['state-stores', facts.stateStores],
  ];
  return looked
    .filter(([, found]) => found === undefined)
    .map(([what]) => ({ id: 'could-not-check', params: { what } }));
}
