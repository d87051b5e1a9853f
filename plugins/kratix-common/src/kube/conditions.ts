import type { KubeCondition, KubeObject } from './types';
import { asText, isRecord } from './reading';

/**
 * The condition of that type in `status.conditions`, which is a list on most
 * kinds; a map keyed by type is read as well. A status other than True, False
 * or Unknown counts as no condition.
 *
 * @public
 */
export function conditionOf(
  object: KubeObject | undefined,
  type: string,
): KubeCondition | undefined {
  const status = object?.status;
  if (!isRecord(status)) return undefined;
  const { conditions } = status;
  if (Array.isArray(conditions)) {
    for (const condition of conditions) {
      if (isRecord(condition) && condition.type === type) {
        return parseCondition(type, condition);
      }
    }
    return undefined;
  }
  return isRecord(conditions)
    ? parseCondition(type, conditions[type])
    : undefined;
}

function parseCondition(
  type: string,
  value: unknown,
): KubeCondition | undefined {
  if (!isRecord(value)) return undefined;
  const { status } = value;
  if (status !== 'True' && status !== 'False' && status !== 'Unknown') {
    return undefined;
  }
  return {
    type,
    status,
    reason: asText(value.reason),
    message: asText(value.message),
    lastTransitionTime: asText(value.lastTransitionTime),
  };
}

/** @public */
export function conditionIs(
  condition: KubeCondition | undefined,
  status: KubeCondition['status'],
  ...reasons: string[]
): boolean {
  return (
    condition?.status === status &&
    (reasons.length === 0 || reasons.includes(condition.reason ?? ''))
  );
}
