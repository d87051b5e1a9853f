import {
  conditionIs,
  conditionOf,
  hasSwitch,
  textAt,
  type KubeCondition,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';

/** Whether a Promise would work on a request right now, by its own word. @public */
export interface PromiseAvailability {
  state: 'available' | 'unavailable' | 'paused' | 'unknown';
  condition?: KubeCondition;
}

/**
 * The Promise's own word on its availability. `status.kratix.status` is the
 * field that stays; older platforms have `status.status` alone.
 *
 * @public
 */
export function promiseAvailability(
  promise: KubeObject | undefined,
): PromiseAvailability {
  const condition = conditionOf(promise, 'Available');
  if (
    hasSwitch(promise, kratixLabels.paused) ||
    conditionIs(condition, 'False', 'PausedReconciliation')
  ) {
    return { state: 'paused', condition };
  }
  const status =
    textAt(promise, 'status', 'kratix', 'status') ??
    textAt(promise, 'status', 'status');
  if (status === 'Available') return { state: 'available', condition };
  if (status === 'Unavailable') return { state: 'unavailable', condition };
  if (condition?.status === 'True') return { state: 'available', condition };
  if (condition?.status === 'False') return { state: 'unavailable', condition };
  return { state: 'unknown', condition };
}
