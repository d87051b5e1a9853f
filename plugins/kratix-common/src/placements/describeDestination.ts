import type {
  Cause,
  DestinationDescription,
  DestinationLabel,
  Tone,
} from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import {
  conditionOf,
  deletedAt,
  isKubeObject,
  nameOf,
  quotable,
  type KubeCondition,
  type KubeObject,
} from '../kube';
import { isOutOfReach, staleCause } from '../platforms';
import type { DestinationFacts } from './facts';
import { storeRefOf, storeState } from './stores';

const tones: Record<DestinationLabel, Tone> = {
  deleting: 'neutral',
  ready: 'ok',
  'store-not-ready': 'error',
  'store-missing': 'error',
  'write-failed': 'error',
  'not-ready': 'error',
  'not-checked': 'neutral',
  'unknown-to-platform': 'warn',
};

const reasons = new Map<string | undefined, DestinationLabel>([
  ['StateStoreNotReady', 'store-not-ready'],
  ['StateStoreNotFound', 'store-missing'],
  ['StateStoreWriteFailed', 'write-failed'],
]);

/**
 * How a Destination was when Kratix last checked it, and its state store. Pure
 * and total.
 *
 * @public
 */
export function describeDestination(
  facts: DestinationFacts,
  options: { now: number },
): DestinationDescription {
  const destination = isKubeObject(facts?.destination)
    ? facts.destination
    : undefined;
  const label = labelOfDestination(destination);
  const causes = causesOf(destination, label, facts?.stateStore);
  const away = isOutOfReach(facts?.platform, options.now);
  if (away) causes.push(staleCause(facts.platform));
  const since = causes.at(0)?.since;
  const ref = storeRefOf(destination);
  return {
    label,
    tone: tones[label],
    causes,
    flags: away ? ['last-known'] : [],
    ...(since && { since }),
    ...(ref && {
      store: { ...ref, label: storeState(facts.stateStore).label },
    }),
  };
}

function labelOfDestination(
  destination: KubeObject | undefined,
): DestinationLabel {
  if (!destination) return 'unknown-to-platform';
  if (deletedAt(destination)) return 'deleting';
  const ready = conditionOf(destination, 'Ready');
  if (!ready) return 'not-checked';
  if (ready.status === 'True') return 'ready';
  return reasons.get(ready.reason) ?? 'not-ready';
}

function causesOf(
  destination: KubeObject | undefined,
  label: DestinationLabel,
  store: KubeObject | undefined,
): Cause[] {
  if (!destination) {
    return [causeOf({ id: 'destination-gone', responsible: 'platform-team' })];
  }
  if (label === 'deleting') return [deletingCause(destination)];
  if (tones[label] !== 'error') return [];
  const ready = conditionOf(destination, 'Ready');
  const state = storeState(store);
  const storeFails = state.condition?.status === 'False';
  // The store's own condition says what is wrong, the Destination's only that.
  const telling: KubeCondition | undefined = storeFails
    ? state.condition
    : ready;
  return [
    causeOf({
      id: label === 'write-failed' ? 'write-failed' : 'store-not-ready',
      params: {
        dest: nameOf(destination),
        store: storeRefOf(destination)?.name,
        reason: telling?.reason,
      },
      responsible: 'platform-team',
      since: ready?.lastTransitionTime,
      platformSays: quotable(telling?.message),
      evidence: [
        ...(ready ? [conditionFact(destination, ready)] : []),
        ...(storeFails && state.condition
          ? [conditionFact(store, state.condition)]
          : []),
      ],
    }),
  ];
}

function deletingCause(destination: KubeObject): Cause {
  const since = deletedAt(destination);
  return causeOf({
    id: 'deleting',
    params: { stage: 'destination' },
    responsible: 'nobody',
    since,
    evidence: [fact(destination, 'metadata.deletionTimestamp', since, since)],
  });
}
