import {
  asNumber,
  conditionIs,
  conditionOf,
  createdAt,
  deletedAt,
  epochMs,
  generationOf,
  hasLabel,
  hasSwitch,
  isKubeObject,
  isRecord,
  labelOf,
  latestTime,
  objectsIn,
  textAt,
  valueAt,
  type KubeCondition,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { requestHealth, type RequestHealth } from '../health';
import { deliveryOf, type Delivery } from '../placements';
import {
  declaredSteps,
  workflowOf,
  type Workflow,
  type WorkflowSubject,
} from '../pipelines';
import { promiseAvailability, type PromiseAvailability } from '../promises';
import { requestVersion, type RequestVersion } from '../versions';
import type { RequestFacts } from './facts';

/** How long such things usually take, where somebody has counted. @public */
export interface Expectations {
  /** Seconds from submission to Ready: half are faster. */
  p50?: number;
  /** 9 of 10 are faster. */
  p90?: number;
  /** Seconds between two health reports. */
  healthGap?: number;
}

/** @public */
export interface DescribeOptions {
  /** Epoch milliseconds. */
  now: number;
  usual?: Expectations;
}

/**
 * A request's facts, read once: what all rules look at.
 *
 * @internal
 */
export interface Situation extends Delivery, WorkflowSubject {
  facts: RequestFacts;
  usual: Expectations;
  request: KubeObject;
  deleting?: string;
  paused: boolean;
  /** Kratix has taken it up: it has the Promise's label. */
  accepted: boolean;
  /** The Promise runs steps for each request; undefined where not known. */
  hasSteps?: boolean;
  /** The generation that is asked for was not worked off yet. */
  unprocessed: boolean;
  /** Epoch milliseconds since when it waits to be worked off, if it does. */
  waitingSince?: number;
  availability: PromiseAvailability;
  /** The request's own word about its Promise. */
  promiseCondition?: KubeCondition;
  workflowCondition?: KubeCondition;
  health: RequestHealth;
  version: RequestVersion;
}

/** @internal */
export function situationOf(
  facts: RequestFacts,
  request: KubeObject,
  options: DescribeOptions,
): Situation {
  const deleting = deletedAt(request);
  const jobs = objectsIn(facts.jobs);
  const promise = isKubeObject(facts.promise) ? facts.promise : undefined;
  const revisions = objectsIn(facts.revisions);
  const binding = isKubeObject(facts.binding) ? facts.binding : undefined;
  const workflow = workflowOf(request, jobs, deleting ? 'delete' : 'configure');
  const version = requestVersion({
    request,
    promise,
    revisions,
    binding,
    events: objectsIn(facts.events),
  });
  const hasSteps = runsSteps(promise, version.revision, workflow);
  const accepted = labelOf(request, kratixLabels.promiseName) !== undefined;
  const observed = asNumber(valueAt(request, 'status', 'observedGeneration'));
  const unprocessed =
    !accepted || isBehind(request, observed, hasSteps, workflow);
  const availability = promiseAvailability(promise);
  return {
    facts: { ...facts, promise, revisions, binding, jobs },
    usual: options.usual ?? {},
    request,
    object: request,
    workflow,
    pods: objectsIn(facts.pods),
    ...deliveryOf(facts, { now: options.now, recheck: [] }),
    deleting,
    paused: hasSwitch(request, kratixLabels.paused),
    held: hasLabel(request, kratixLabels.workflowSuspended),
    accepted,
    hasSteps,
    unprocessed,
    waitingSince: unprocessed
      ? waitingSince(facts, request, observed, availability)
      : undefined,
    availability,
    promiseCondition: conditionOf(request, 'PromiseAvailable'),
    workflowCondition: conditionOf(request, 'ConfigureWorkflowCompleted'),
    health: requestHealth(objectsIn(facts.healthRecords)),
    version,
  };
}

function runsSteps(
  promise: KubeObject | undefined,
  revision: KubeObject | undefined,
  workflow: Workflow,
): boolean | undefined {
  if (workflow.steps.length > 0) return true;
  const spec =
    valueAt(revision, 'spec', 'promiseSpec') ?? valueAt(promise, 'spec');
  if (!isRecord(spec)) return undefined;
  return declaredSteps(spec, 'resource', 'configure').length > 0;
}

function isBehind(
  request: KubeObject,
  observed: number | undefined,
  hasSteps: boolean | undefined,
  workflow: Workflow,
): boolean {
  const generation = generationOf(request);
  if (observed !== undefined) {
    return generation !== undefined && generation !== observed;
  }
  // Never observed. Without steps a version says that it was worked off.
  if (hasSteps === true) return true;
  const reconciled = textAt(request, 'status', 'promiseVersion') !== undefined;
  return !reconciled || workflow.steps.length > 0;
}

function waitingSince(
  facts: RequestFacts,
  request: KubeObject,
  observed: number | undefined,
  availability: PromiseAvailability,
): number | undefined {
  const created = createdAt(request);
  const { condition } = availability;
  // Requests that had to wait for their Promise are looked at up to 60 s later.
  const opened = conditionIs(condition, 'True')
    ? condition?.lastTransitionTime
    : undefined;
  const seenAt = asNumber(facts.generationSeenAt);
  if (seenAt !== undefined) return Math.max(seenAt, epochMs(opened) ?? seenAt);
  if (observed === undefined) return epochMs(latestTime(created, opened));
  // When a spec was edited is written nowhere: not before the last status.
  return epochMs(
    latestTime(
      created,
      opened,
      valueAt(request, 'status', 'lastSuccessfulConfigureWorkflowTime'),
      valueAt(
        request,
        'status',
        'kratix',
        'workflows',
        'lastSuccessfulConfigureWorkflowTime',
      ),
      conditionOf(request, 'Reconciled')?.lastTransitionTime,
    ),
  );
}
