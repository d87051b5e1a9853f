import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import {
  asList,
  conditionOf,
  latestTime,
  nameOf,
  quotable,
  valueAt,
  type KubeObject,
} from '../kube';
import type { Delivery } from './delivery';
import { storeOf, storeRefOf, storeState } from './stores';
import { targetDestination } from './writes';

/** Files that cannot be removed because their store or Destination is unwell. @internal */
export function removalBlocks(
  delivery: Delivery,
  deleting: string | undefined,
): Cause[] {
  const causes: Cause[] = [];
  for (const placement of delivery.placements ?? []) {
    const name = targetDestination(placement);
    const destination = delivery.destinations?.find(
      one => nameOf(one) === name,
    );
    if (!destination) continue;
    const store = storeOf(destination, delivery.stateStores);
    const state = storeState(store);
    const ready = conditionOf(destination, 'Ready');
    const storeFails = store && state.condition?.status === 'False';
    if (!storeFails && ready?.status !== 'False') continue;
    const condition = storeFails ? state.condition : ready;
    causes.push(
      causeOf({
        id: 'delete-store',
        params: {
          dest: name,
          store: storeRefOf(destination)?.name,
          reason: condition?.reason,
        },
        responsible: 'platform-team',
        since: latestTime(condition?.lastTransitionTime, deleting),
        platformSays: quotable(condition?.message),
        evidence: [
          ...(condition
            ? [conditionFact(storeFails ? store : destination, condition)]
            : []),
          fact(placement, 'metadata.finalizers', finalizerText(placement)),
        ],
      }),
    );
  }
  return causes;
}

function finalizerText(object: KubeObject): string {
  return asList(valueAt(object, 'metadata', 'finalizers')).join(', ');
}
