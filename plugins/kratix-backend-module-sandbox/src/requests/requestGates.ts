import { findCondition, type NewCondition } from '../simulator/conditions';
import type { PromiseObject, RequestObject } from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, reasonOf, type World } from '../simulator/world';
import { pipelinesOf } from '../pipelines';
import { reporter } from './requestTask';

const unavailableRetryMs = 60_000;

const paused: NewCondition = {
  type: 'Reconciled',
  status: 'Unknown',
  reason: 'PausedReconciliation',
  message: 'Paused',
};

/** A paused request, or one of a paused Promise, is only told so. @internal */
export function isPaused(
  world: World,
  promise: PromiseObject,
  request: RequestObject,
): boolean {
  const own = hasLabel(request, label.paused);
  if (!own && !hasLabel(promise, label.paused)) return false;
  if (request.metadata.deletionTimestamp) return true;
  if (reasonOf(request, 'Reconciled') !== paused.reason) {
    world.writeConditions(request, [paused]);
    world.event(request, {
      type: 'Warning',
      reason: paused.reason,
      message: own
        ? `'${label.paused}' label set to 'true' for this resource request; pausing reconciliation`
        : `'${label.paused}' label set to 'true' for promise; pausing reconciliation for this resource request`,
      reporter,
    });
  }
  return true;
}

/** While the Promise is Unavailable, and when it is no longer. @internal */
export function awaitPromise(
  world: World,
  promise: PromiseObject,
  request: RequestObject,
): Outcome | undefined {
  const type = 'PromiseAvailable';
  if (promise.status?.status !== 'Available') {
    world.writeConditions(
      request,
      [
        {
          type,
          status: 'False',
          reason: 'PromiseRequirementsNotInstalled',
          message: 'Promise Requirements are not installed',
        },
      ],
      { message: 'Pending' },
    );
    return { afterMs: unavailableRetryMs };
  }
  const known = findCondition(request.status?.conditions, type);
  if (known?.status !== 'False') return undefined;
  // Only its own clock tells a waiting request (recordings, 24).
  const since = Date.parse(known.lastTransitionTime ?? '');
  const left = since + unavailableRetryMs - world.clock.now().getTime();
  if (left > 0) return { afterMs: left };
  world.writeConditions(request, [
    {
      type,
      status: 'True',
      reason: 'PromiseAvailable',
      message: 'Promise Requirements are met',
    },
  ]);
  return {};
}

/** A workflow that was held: for a person, or until its next attempt. @internal */
export function awaitResume(
  world: World,
  request: RequestObject,
): Outcome | undefined {
  const { generation } = request.metadata;
  const held = request.status?.kratix?.workflows?.suspendedGeneration;
  const edited = held !== undefined && held !== generation;
  if (edited || hasLabel(request, label.manualReconciliation)) {
    world.writeLabels(request, {
      [label.workflowSuspended]: undefined,
      [label.manualReconciliation]: undefined,
      [label.runFromStart]: 'true',
    });
    return undefined;
  }
  const { nextRetryAt } =
    pipelinesOf(request.status).find(one => one.phase === 'Suspended') ?? {};
  const left = nextRetryAt
    ? Date.parse(nextRetryAt) - world.clock.now().getTime()
    : undefined;
  if (left !== undefined && left <= 0) {
    world.writeLabels(request, {
      [label.workflowSuspended]: undefined,
    });
    return undefined;
  }
  if (reasonOf(request, 'Reconciled') !== 'WorkflowSuspended') {
    world.writeConditions(request, [
      {
        type: 'Reconciled',
        status: 'Unknown',
        reason: 'WorkflowSuspended',
        message: 'Suspended',
      },
    ]);
    world.event(request, {
      type: 'Warning',
      reason: 'WorkflowSuspended',
      message: `'${label.workflowSuspended}' label set to 'true' for resource request; skipping reconciliation`,
      reporter,
    });
  }
  return left === undefined ? undefined : { afterMs: left };
}

/** After a pause everything runs again, from the start. @internal */
export function unpause(world: World, request: RequestObject): boolean {
  if (reasonOf(request, 'Reconciled') !== paused.reason) return false;
  if (!hasLabel(request, label.runFromStart)) {
    world.writeLabels(request, { [label.runFromStart]: 'true' });
    return true;
  }
  world.writeConditions(request, [
    { ...paused, reason: 'Unpaused', message: 'Pending' },
  ]);
  return true;
}
