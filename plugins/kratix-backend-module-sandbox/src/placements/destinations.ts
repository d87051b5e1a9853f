import { isIgnored } from '../pipelines';
import { findCondition, withCondition } from '../simulator/conditions';
import {
  kratixGroup,
  type DestinationObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { isStoreReady, storeOf, unreachableText } from './stateStores';

const retryMs = 15_000;
// A second more, as the time of deletion is in whole seconds.
const cleanupMs = 16_000;

interface Verdict {
  reason: string;
  message: string;
}

/** Brings a Destination to Ready, or says why not (reference §4). @internal */
export function reconcileDestination(
  world: World,
  name: string,
): Outcome | undefined {
  const destination = world.store.get(kratixGroup, 'destinations', name) as
    | DestinationObject
    | undefined;
  if (!destination || isIgnored(destination)) return undefined;
  const { finalizers = [], deletionTimestamp } = destination.metadata;
  if (deletionTimestamp) return remove(world, destination);
  if (
    destination.spec.cleanup === 'all' &&
    !finalizers.includes(finalizer.destinationCleanup)
  ) {
    world.writeMetadata(destination, {
      finalizers: [...finalizers, finalizer.destinationCleanup],
    });
    return undefined;
  }
  const known = findCondition(destination.status?.conditions, 'Ready');
  if (!known) {
    const message = 'Destination is not ready';
    write(world, destination, 'False', {
      reason: 'DestinationNotReady',
      message,
    });
    return undefined;
  }
  const problem = problemOf(world, destination, known.status === 'True');
  const written = problem
    ? write(world, destination, 'False', problem)
    : write(world, destination, 'True', verdictOf(destination));
  if (written !== destination) {
    world.event(written, {
      type: problem ? 'Warning' : 'Normal',
      reason: problem ? 'DestinationNotReady' : 'DestinationReady',
      message: problem?.message ?? 'Destination is Ready',
      reporter: 'DestinationController',
    });
  }
  return problem ? { afterMs: retryMs } : undefined;
}

function verdictOf({ spec }: DestinationObject): Verdict {
  return spec.initWorkloads?.enabled === false
    ? { reason: 'DestinationReady', message: 'Destination is ready' }
    : {
        reason: 'TestDocumentsWritten',
        message: 'Test documents written to State Store',
      };
}

function problemOf(
  world: World,
  destination: DestinationObject,
  wasReady: boolean,
): Verdict | undefined {
  const { kind = '', name = '' } = destination.spec.stateStoreRef ?? {};
  const store = storeOf(world, destination);
  if (!store) {
    return {
      reason: 'StateStoreNotFound',
      message: `${kind}/${name}: not found`,
    };
  }
  if (!isStoreReady(store)) {
    return {
      reason: 'StateStoreNotReady',
      message: `${kind}/${name}: not ready`,
    };
  }
  // No live probe: one that was Ready stays so while its store is down.
  const unreachable = unreachableText(store);
  return unreachable === undefined || wasReady
    ? undefined
    : { reason: 'StateStoreWriteFailed', message: unreachable };
}

function write(
  world: World,
  destination: DestinationObject,
  status: 'True' | 'False',
  verdict: Verdict,
) {
  return world.writeStatus(destination, {
    ...destination.status,
    conditions: withCondition(
      destination.status?.conditions,
      { type: 'Ready', status, ...verdict },
      world.timestamp(),
    ),
  });
}

/** With `cleanup: all` its files go at once, itself a quarter minute later. */
function remove(
  world: World,
  destination: DestinationObject,
): Outcome | undefined {
  const {
    name,
    finalizers = [],
    deletionTimestamp = '',
  } = destination.metadata;
  if (!finalizers.includes(finalizer.destinationCleanup)) return undefined;
  const placements = world.store.list(kratixGroup, 'workplacements', {
    labels: { [label.targetDestination]: name },
  });
  for (const one of placements) {
    if (!one.metadata.deletionTimestamp) world.delete(one);
  }
  const left =
    Date.parse(deletionTimestamp) + cleanupMs - world.clock.now().getTime();
  if (left > 0 || placements.length > 0) {
    return { afterMs: Math.max(left, 100) };
  }
  world.dropFinalizer(destination, finalizer.destinationCleanup);
  return undefined;
}
