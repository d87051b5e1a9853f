import type { KubeCondition } from '@kratix-portal/backstage-plugin-kratix-common';

/** @internal */
export type NewCondition = Pick<KubeCondition, 'type' | 'status'> & {
  reason: string;
  message: string;
};

/** @internal */
export function findCondition(
  conditions: readonly KubeCondition[] | undefined,
  type: string,
): KubeCondition | undefined {
  return conditions?.find(one => one.type === type);
}

/**
 * The list with the condition in it; the very same list where nothing differs.
 * `lastTransitionTime` moves when anything does.
 *
 * @internal
 */
export function withCondition(
  conditions: readonly KubeCondition[] | undefined,
  { type, status, reason, message }: NewCondition,
  now: string,
): KubeCondition[] {
  const list = [...(conditions ?? [])];
  const index = list.findIndex(one => one.type === type);
  const known = list[index];
  if (
    known?.status === status &&
    known.reason === reason &&
    known.message === message
  ) {
    return list;
  }
  const next = { lastTransitionTime: now, message, reason, status, type };
  if (index < 0) list.push(next);
  else list[index] = next;
  return list;
}
