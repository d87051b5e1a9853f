import { withCondition } from '../simulator/conditions';
import {
  kratixGroup,
  type DestinationObject,
  type StateStoreObject,
} from '../simulator/kratixObjects';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { steering } from '../pipelines';

const retryMs = 15_000;

/** @internal */
export const storePlurals: Record<string, string> = {
  BucketStateStore: 'bucketstatestores',
  GitStateStore: 'gitstatestores',
};

/** The state store that a Destination names, where there is one. @internal */
export function storeOf(
  world: World,
  { spec }: DestinationObject,
): StateStoreObject | undefined {
  const { kind = '', name = '' } = spec.stateStoreRef ?? {};
  return world.store.get(kratixGroup, storePlurals[kind] ?? '', name) as
    | StateStoreObject
    | undefined;
}

/** @internal */
export const isStoreReady = ({ status }: StateStoreObject) =>
  status?.status === 'Ready';

/** Why nothing can be written there now, where that is so. @internal */
export const unreachableText = ({ metadata }: StateStoreObject) =>
  metadata.annotations?.[steering.unreachable];

/** Checks a state store's Secret and permissions (reference §2.3). @internal */
export function reconcileStateStore(
  world: World,
  kind: string,
  name: string,
): Outcome | undefined {
  const store = world.store.get(kratixGroup, storePlurals[kind] ?? '', name) as
    | StateStoreObject
    | undefined;
  if (!store || store.metadata.deletionTimestamp) return undefined;
  const problem = problemOf(world, store);
  const written = world.writeStatus(store, {
    ...store.status,
    status: problem ? 'NotReady' : 'Ready',
    observedGeneration: store.metadata.generation,
    conditions: withCondition(
      store.status?.conditions,
      problem
        ? { type: 'Ready', status: 'False', ...problem }
        : {
            type: 'Ready',
            status: 'True',
            reason: 'StateStoreReady',
            message: 'State store is ready',
          },
      world.timestamp(),
    ),
  });
  if (written !== store) {
    world.event(written, {
      type: problem ? 'Warning' : 'Normal',
      reason: problem ? 'NotReady' : 'Ready',
      message: problem?.message ?? `${kind} is ready`,
      reporter: `${kind}Controller`,
    });
  }
  return problem ? { afterMs: retryMs } : undefined;
}

function problemOf(world: World, { spec, metadata }: StateStoreObject) {
  const { name, namespace = 'default' } = spec.secretRef ?? {};
  if (name && !world.store.get('', 'secrets', name, namespace)) {
    return {
      reason: 'SecretNotFound',
      message: `Secret ${name} not found in namespace ${namespace}`,
    };
  }
  const refusal = metadata.annotations?.[steering.refused];
  return refusal === undefined
    ? undefined
    : {
        reason: 'ErrorValidatingPermissions',
        message: `Error validating state store permissions: ${refusal}`,
      };
}
