import {
  asNumber,
  conditionOf,
  generationOf,
  labelOf,
  textAt,
  valueAt,
  type KubeCondition,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';

/** @public */
export type WriteState = 'written' | 'earlier-content' | 'failed' | 'writing';

/** Whether a WorkPlacement's files lie in the store. @public */
export interface Write {
  state: WriteState;
  condition?: KubeCondition;
}

/**
 * What is known about the write of one WorkPlacement. Its conditions stay from
 * the write before when the content changes, so the generations of Work and
 * WorkPlacement are compared.
 *
 * @public
 */
export function writeOf(
  placement: KubeObject,
  work: KubeObject | undefined,
): Write {
  const condition = conditionOf(placement, 'WriteSucceeded');
  if (condition?.status === 'False') return { state: 'failed', condition };
  if (condition?.status !== 'True') return { state: 'writing', condition };
  const wanted = generationOf(work);
  const has = asNumber(valueAt(placement, 'spec', 'generation'));
  const behind = wanted !== undefined && has !== undefined && has !== wanted;
  return { state: behind ? 'earlier-content' : 'written', condition };
}

/** @public */
export function targetDestination(placement: KubeObject): string | undefined {
  return (
    textAt(placement, 'spec', 'targetDestinationName') ??
    labelOf(placement, kratixLabels.targetDestination)
  );
}

/** The name of the Work that a WorkPlacement belongs to. @public */
export function workNameOf(placement: KubeObject): string | undefined {
  return labelOf(placement, kratixLabels.work);
}
