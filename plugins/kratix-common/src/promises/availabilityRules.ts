import type { Cause } from '../api';
import { causeOf } from '../causes';
import { hasCome } from '../clock';
import { conditionFact, fact } from '../evidence';
import {
  createdAt,
  epochMs,
  nameOf,
  quotable,
  textAt,
  type KubeObject,
} from '../kube';
import type { PromiseSituation } from './situation';

const patienceMs = 10 * 60_000;

/** New, and nothing speaks against it yet. @internal */
export function preparingRule(situation: PromiseSituation): Cause[] {
  const { promise, availability, workflow } = situation;
  if (availability.state === 'available') return [];
  if (wasAvailable(promise)) return [];
  const created = epochMs(createdAt(promise));
  if (created === undefined || hasCome(situation, created + patienceMs)) {
    return [];
  }
  const step = workflow.pending;
  return [
    causeOf({
      id: 'in-progress',
      params: {
        step: step?.name,
        i: step && workflow.steps.indexOf(step) + 1,
        n: step && workflow.steps.length,
        phase: 'preparing',
      },
      responsible: 'nobody',
      since: createdAt(promise),
      evidence: availability.condition
        ? [conditionFact(promise, availability.condition)]
        : [fact(promise, 'status.status', textAt(promise, 'status', 'status'))],
    }),
  ];
}

/** Kratix has called it Available at some time. @public */
export function wasAvailable(promise: KubeObject): boolean {
  return (
    textAt(promise, 'status', 'kratix', 'lastAvailableTime') !== undefined ||
    textAt(promise, 'status', 'lastAvailableTime') !== undefined
  );
}

/**
 * Unavailable by its own word alone. Of the Promise itself: what a request
 * that waits for it is told is another cause.
 *
 * @internal
 */
export function unavailableRule(situation: PromiseSituation): Cause[] {
  const { promise, availability } = situation;
  if (availability.state !== 'unavailable') return [];
  return [
    causeOf({
      id: 'unavailable',
      params: { promise: nameOf(promise) },
      responsible: 'platform-team',
      since: availability.condition?.lastTransitionTime,
      platformSays: quotable(availability.condition?.message),
      evidence: availability.condition
        ? [conditionFact(promise, availability.condition)]
        : [fact(promise, 'status.status', 'Unavailable')],
    }),
  ];
}

/** @internal */
export function availableRule(situation: PromiseSituation): Cause[] {
  const { promise, availability } = situation;
  if (availability.state !== 'available') return [];
  return [
    causeOf({
      id: 'done',
      responsible: 'nobody',
      since: availability.condition?.lastTransitionTime,
      evidence: availability.condition
        ? [conditionFact(promise, availability.condition)]
        : [],
    }),
  ];
}
