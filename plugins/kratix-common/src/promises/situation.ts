import {
  deletedAt,
  hasLabel,
  hasSwitch,
  isKubeObject,
  objectsIn,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { deliveryOf, type Delivery } from '../placements';
import { workflowOf, type WorkflowSubject } from '../pipelines';
import { apiOfPromise, type OfferedApiResult } from './apiOfPromise';
import { promiseAvailability, type PromiseAvailability } from './availability';
import type { PromiseFacts } from './facts';
import { requirementStates, type RequirementState } from './requirements';

/**
 * A Promise's facts, read once: what all rules look at.
 *
 * @internal
 */
export interface PromiseSituation extends Delivery, WorkflowSubject {
  facts: PromiseFacts;
  promise: KubeObject;
  crd?: KubeObject;
  api: OfferedApiResult;
  deleting?: string;
  paused: boolean;
  availability: PromiseAvailability;
  requirements: RequirementState[];
}

/** @internal */
export function promiseSituationOf(
  facts: PromiseFacts,
  promise: KubeObject,
  now: number,
): PromiseSituation {
  const deleting = deletedAt(promise);
  return {
    facts,
    promise,
    object: promise,
    crd: isKubeObject(facts.crd) ? facts.crd : undefined,
    api: apiOfPromise(promise),
    workflow: workflowOf(
      promise,
      objectsIn(facts.jobs),
      deleting ? 'delete' : 'configure',
    ),
    pods: objectsIn(facts.pods),
    ...deliveryOf(facts, { now, recheck: [] }),
    deleting,
    paused: hasSwitch(promise, kratixLabels.paused),
    held: hasLabel(promise, kratixLabels.workflowSuspended),
    availability: promiseAvailability(promise),
    requirements: requirementStates(facts),
  };
}
