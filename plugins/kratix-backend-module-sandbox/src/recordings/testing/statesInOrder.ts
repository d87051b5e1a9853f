import type {
  KubeChangeType,
  KubeCondition,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestStatus } from '../../simulator/kratixObjects';

/** A change of an object at a time in seconds. */
export interface Seen {
  t: number;
  type: KubeChangeType;
  object: KubeObject;
}

/** What shows for less is a matter of milliseconds here and there. */
const shortest = 0.3;
const shortestDeletion = 2;

function stateOf({ object, type }: Seen): string {
  if (type === 'DELETED') return 'gone';
  const status = (object.status ?? {}) as RequestStatus & {
    conditions?: KubeCondition[];
  };
  const reconciled = status.conditions?.find(one => one.type === 'Reconciled');
  const phases = status.kratix?.workflows?.pipelines?.map(one => one.phase);
  return [
    object.metadata.deletionTimestamp ? 'deleting' : '',
    (phases ?? []).join(' '),
    reconciled?.reason ?? '',
  ].join('|');
}

/**
 * The states that each Promise and request goes through, in order: phases of
 * its pipelines and the reason of Reconciled.
 */
export function statesInOrder(
  changes: Seen[],
  isWanted: (object: KubeObject) => boolean,
  end: number,
): Record<string, string[]> {
  const byObject = new Map<string, { t: number; state: string }[]>();
  for (const change of changes) {
    const { object } = change;
    if (!isWanted(object)) continue;
    const { namespace = '', name } = object.metadata;
    const id = `${object.kind} ${namespace}/${name}`;
    const states = byObject.get(id) ?? [];
    byObject.set(id, [...states, { t: change.t, state: stateOf(change) }]);
  }
  return Object.fromEntries(
    [...byObject].map(([id, states]) => [id, lasting(states, end)]),
  );
}

function lasting(states: { t: number; state: string }[], end: number) {
  const distinct = states.filter(
    (one, index) => one.state !== states[index - 1]?.state,
  );
  return (
    distinct
      .filter(
        ({ t, state }, index) =>
          (distinct[index + 1]?.t ?? end) - t >=
          (state.startsWith('deleting') ? shortestDeletion : shortest),
      )
      .map(one => one.state)
      // Nothing has been said yet.
      .filter(state => state !== '||')
      .filter((state, index, all) => state !== all[index - 1])
  );
}
