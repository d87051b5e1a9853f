import type { InstallationView, PromiseDescription } from '../../api';
import {
  isKubeObject,
  labelOf,
  listAt,
  objectsIn,
  textAt,
  type KubeObject,
} from '../../kube';
import { kratixLabels, unversioned } from '../../kratixNames';
import { workflowOf } from '../../pipelines';
import {
  deliveringRule,
  deliveryOf,
  noDestinationRule,
  notDeliveredRule,
} from '../../placements';
import { promiseAvailability, type PromiseFacts } from '../../promises';

type Stage = InstallationView['stages'][number];

/** What the stages of an install are read from. @internal */
export interface StageInput {
  facts: PromiseFacts;
  description?: PromiseDescription;
  release?: KubeObject;
  /** The release could not install what it should. */
  releaseFails: boolean;
  now: number;
}

/**
 * The way from a source to an available Promise. Where deliveries can't be
 * seen there is no such stage: nobody knows.
 *
 * @internal
 */
export function installationStages(input: StageInput): Stage[] {
  const { facts, release } = input;
  const promise = isKubeObject(facts.promise) ? facts.promise : undefined;
  const fetched = release && fetchedState(input, promise);
  const hasCome = promise !== undefined && (!fetched || fetched === 'done');
  const isThere = hasCome && isTakenUp(promise);
  const steps = isThere ? stepsState(input, promise) : 'waiting';
  const delivered = isThere ? deliveredState(input, promise, steps) : 'waiting';
  return [
    ...(fetched ? [{ stage: 'fetched' as const, state: fetched }] : []),
    { stage: 'created', state: createdState(hasCome, isThere) },
    { stage: 'steps', state: steps },
    ...(delivered ? [{ stage: 'delivered' as const, state: delivered }] : []),
    {
      stage: 'available',
      state: isThere ? availableState(input, promise) : 'waiting',
    },
  ];
}

/**
 * Whether a release has brought what it asks for. That it says Installed is no
 * proof: it says so until a new version is fetched.
 *
 * @internal
 */
export function isFetched(
  release: KubeObject,
  promise: KubeObject | undefined,
): boolean {
  if (!promise) return false;
  const wanted = textAt(release, 'spec', 'version');
  return !wanted || labelOf(promise, kratixLabels.promiseVersion) === wanted;
}

/**
 * Kratix needs a moment to see a new version, and says Available meanwhile.
 *
 * @internal
 */
export function isTakenUp(promise: KubeObject): boolean {
  const wanted = labelOf(promise, kratixLabels.promiseVersion);
  const known =
    textAt(promise, 'status', 'kratix', 'version') ??
    textAt(promise, 'status', 'version');
  return !wanted || !known || known === unversioned || known === wanted;
}

function createdState(hasCome: boolean, isThere: boolean): Stage['state'] {
  if (isThere) return 'done';
  return hasCome ? 'running' : 'waiting';
}

function fetchedState(
  { release, releaseFails }: StageInput,
  promise: KubeObject | undefined,
): Stage['state'] {
  if (releaseFails) return 'failed';
  return release && isFetched(release, promise) ? 'done' : 'running';
}

function stepsState(
  { facts, description }: StageInput,
  promise: KubeObject,
): Stage['state'] {
  const { steps, running, failed, suspended, done } = workflowOf(
    promise,
    objectsIn(facts.jobs),
    'configure',
  );
  const hasSteps =
    listAt(promise, 'spec', 'workflows', 'promise', 'configure').length > 0;
  if (running) return 'running';
  if (failed || description?.label === 'failed') return 'failed';
  if (suspended || description?.label === 'waiting-for-approval') {
    return 'waiting';
  }
  if (steps.length === 0) return hasSteps ? 'waiting' : 'nothing-to-do';
  if (done === steps.length) return 'done';
  // Between two steps none runs for a moment.
  return done > 0 ? 'running' : 'waiting';
}

function deliveredState(
  { facts, now }: StageInput,
  promise: KubeObject,
  steps: Stage['state'],
): Stage['state'] | undefined {
  const delivery = deliveryOf(facts, { now, recheck: [] });
  if (!delivery.works || !delivery.placements) return undefined;
  if (
    notDeliveredRule(delivery).length > 0 ||
    noDestinationRule(delivery).length > 0
  ) {
    return 'failed';
  }
  if (delivery.works.length === 0) {
    const mayCome =
      steps !== 'done' &&
      (steps !== 'nothing-to-do' ||
        listAt(promise, 'spec', 'dependencies').length > 0);
    return mayCome ? 'waiting' : 'nothing-to-do';
  }
  return deliveringRule(delivery).length > 0 ? 'running' : 'done';
}

function availableState(
  { description }: StageInput,
  promise: KubeObject,
): Stage['state'] {
  switch (description?.label) {
    case 'api-invalid':
    case 'api-conflict':
    case 'unavailable':
      return 'failed';
    case 'available':
      return 'done';
    case 'not-delivered':
    case 'no-destination':
      // Kratix says Available whether or not anything could be delivered.
      return promiseAvailability(promise).state === 'available'
        ? 'done'
        : 'waiting';
    default:
      return 'waiting';
  }
}
