import type { PromiseObject } from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, reasonOf, type World } from '../simulator/world';
import { pipelinesOf } from '../pipelines';
import { completeSpec } from '../versions';
import { reporter, unavailable } from './promiseTask';
import { isDefinition } from './requestDefinition';

const pausedReason = 'PausedReconciliation';

/** In the order in which Kratix adds them. */
function promiseFinalizers({ spec }: PromiseObject): string[] {
  const hasApi = isDefinition(spec.api);
  return [
    ...(hasApi
      ? [
          finalizer.requestCleanup,
          finalizer.controllerCleanup,
          finalizer.definitionCleanup,
        ]
      : []),
    finalizer.dependenciesCleanup,
    finalizer.workflowsCleanup,
    ...((spec.workflows?.promise?.delete ?? []).length > 0
      ? [finalizer.deleteWorkflows]
      : []),
    finalizer.revisionCleanup,
  ];
}

/** A paused Promise is Unavailable, and nothing else happens. @internal */
export function writePaused(world: World, promise: PromiseObject): undefined {
  if (promise.metadata.deletionTimestamp) return undefined;
  const reason = pausedReason;
  const before = promise.status?.kratix;
  const written = world.writeConditions(
    promise,
    [
      { type: 'Available', status: 'False', reason, message: 'Paused' },
      { type: 'Reconciled', status: 'Unknown', reason, message: 'Paused' },
    ],
    {
      status: 'Unavailable',
      kratix: { ...before, status: 'Unavailable' },
    },
  );
  if (written !== promise) {
    world.event(written, {
      type: 'Warning',
      reason,
      message: `'${label.paused}' label set to 'true' for promise; pausing reconciliation`,
      reporter,
    });
  }
  return undefined;
}

/** Finalizers, and the empty parts that Kratix's own types bring along. @internal */
export function completePromise(
  world: World,
  promise: PromiseObject,
): PromiseObject {
  const { finalizers = [] } = promise.metadata;
  const missing = promiseFinalizers(promise).filter(
    one => !finalizers.includes(one),
  );
  const unpaused =
    reasonOf(promise, 'Available') === pausedReason &&
    !hasLabel(promise, label.runFromStart);
  if (unpaused) {
    const labelled = world.writeLabels(promise, {
      [label.runFromStart]: 'true',
      [label.reconcileResources]: 'true',
    });
    return world.writeConditions(labelled, [
      unavailable,
      {
        type: 'Reconciled',
        status: 'Unknown',
        reason: 'Unpaused',
        message: 'Pending',
      },
    ]);
  }
  if (missing.length === 0) return promise;
  return world.store.update({
    ...promise,
    metadata: {
      ...promise.metadata,
      finalizers: [...finalizers, ...missing],
    },
    spec: completeSpec(promise.spec),
  }) as PromiseObject;
}

/** A workflow that was held: for a person, or until its next attempt. @internal */
export function awaitResume(world: World, promise: PromiseObject): Outcome {
  const held = promise.status?.kratix?.workflows?.suspendedGeneration;
  const edited = held !== undefined && held !== promise.metadata.generation;
  if (edited || hasLabel(promise, label.manualReconciliation)) {
    world.writeLabels(promise, {
      [label.workflowSuspended]: undefined,
      [label.manualReconciliation]: undefined,
      [label.runFromStart]: 'true',
    });
    return {};
  }
  const { nextRetryAt } =
    pipelinesOf(promise.status).find(one => one.phase === 'Suspended') ?? {};
  const left = nextRetryAt
    ? Date.parse(nextRetryAt) - world.clock.now().getTime()
    : undefined;
  if (left !== undefined && left <= 0) {
    world.writeLabels(promise, {
      [label.workflowSuspended]: undefined,
    });
    return {};
  }
  const reason = 'WorkflowSuspended';
  const message = 'Suspended';
  world.writeConditions(promise, [
    { type: 'Available', status: 'False', reason, message },
    { type: 'Reconciled', status: 'Unknown', reason, message },
  ]);
  return left === undefined ? {} : { afterMs: left };
}
