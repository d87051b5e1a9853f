import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import {
  conditionIs,
  conditionOf,
  createdAt,
  epochMs,
  isoTime,
  nameOf,
  quotable,
  type KubeObject,
} from '../kube';
import { schedulingVerdicts } from './verdicts';
import { misplacement } from './schedule';
import { labelText, wantedLabels, workloadGroups } from './selectors';
import { storeOf, storeRefOf, storeState } from './stores';
import { targetDestination, type Write } from './writes';
import { hasCome } from '../clock';
import type { Delivery, PlacedWork } from './delivery';

const overdueAfterMs = 30_000;

/** Files that could not be written, or should have been by now. @internal */
export function notDeliveredRule(delivery: Delivery): Cause[] {
  const causes: Cause[] = [];
  for (const { placements } of delivery.works ?? []) {
    for (const { placement, write } of placements) {
      const cause = undelivered(delivery, placement, write);
      if (cause) causes.push(cause);
    }
  }
  return causes;
}

function undelivered(
  delivery: Delivery,
  placement: KubeObject,
  write: Write,
): Cause | undefined {
  const dest = targetDestination(placement);
  const destination = delivery.destinations?.find(one => nameOf(one) === dest);
  const store = storeRefOf(destination)?.name;
  if (write.state === 'failed') {
    return (
      storeTrouble(delivery, placement, destination, write) ??
      causeOf({
        id: 'write-failed',
        params: { dest, store },
        responsible: 'platform-team',
        since: write.condition?.lastTransitionTime,
        platformSays: quotable(write.condition?.message),
        evidence: write.condition
          ? [conditionFact(placement, write.condition)]
          : [],
      })
    );
  }
  if (write.state !== 'writing') return undefined;
  const created = epochMs(createdAt(placement));
  if (created === undefined) return undefined;
  if (!hasCome(delivery, created + overdueAfterMs)) return undefined;
  if (isGone(delivery, dest)) {
    return causeOf({
      id: 'destination-gone',
      params: { dest },
      responsible: 'platform-team',
      since: createdAt(placement),
      evidence: [fact(placement, 'spec.targetDestinationName', dest)],
    });
  }
  return (
    storeTrouble(delivery, placement, destination, write) ??
    causeOf({
      id: 'write-overdue',
      params: { dest, store },
      responsible: 'platform-team',
      since: isoTime(created + overdueAfterMs),
      evidence: [
        fact(placement, 'status.conditions[WriteSucceeded]', 'absent'),
        fact(placement, 'metadata.creationTimestamp', createdAt(placement)),
      ],
    })
  );
}

/** Named by a WorkPlacement, and not there; an unreadable list proves nothing. */
function isGone(delivery: Delivery, dest: string | undefined): boolean {
  const { destinations } = delivery;
  return (
    destinations !== undefined &&
    !destinations.some(one => nameOf(one) === dest)
  );
}

/** The Destination or its store says itself that it is not ready. */
function storeTrouble(
  delivery: Delivery,
  placement: KubeObject,
  destination: KubeObject | undefined,
  write: Write,
): Cause | undefined {
  if (!destination) return undefined;
  const store = storeOf(destination, delivery.stateStores);
  const state = storeState(store);
  const ready = conditionOf(destination, 'Ready');
  const storeFails = state.condition?.status === 'False';
  if (!storeFails && ready?.status !== 'False') return undefined;
  const condition = storeFails ? state.condition : ready;
  return causeOf({
    id: 'store-not-ready',
    params: {
      dest: nameOf(destination),
      store: storeRefOf(destination)?.name,
      reason: condition?.reason,
    },
    responsible: 'platform-team',
    since: write.condition?.lastTransitionTime ?? createdAt(placement),
    platformSays: quotable(write.condition?.message ?? condition?.message),
    evidence: [
      ...(condition
        ? [conditionFact(storeFails ? store : destination, condition)]
        : []),
      write.condition
        ? conditionFact(placement, write.condition)
        : fact(placement, 'status.conditions[WriteSucceeded]', 'absent'),
    ],
  });
}

/** @internal */
export function noDestinationRule(delivery: Delivery): Cause[] {
  const causes: Cause[] = [];
  for (const placed of delivery.works ?? []) {
    if (placed.schedule.state === 'unscheduled') {
      causes.push(unscheduled(delivery, placed));
    }
  }
  return causes;
}

function unscheduled(delivery: Delivery, placed: PlacedWork): Cause {
  const { work, schedule } = placed;
  const taken = new Set(
    placed.placements.map(({ placement }) => groupIdOf(placement)),
  );
  const groups = workloadGroups(work);
  const open = groups.find(group => !taken.has(group.id)) ?? groups.at(0);
  const wanted = wantedLabels(open?.selectors ?? []);
  const nearest = schedulingVerdicts(
    open?.selectors ?? [],
    delivery.destinations ?? [],
  ).at(0);
  return causeOf({
    id: 'no-destination',
    params: {
      labels: labelText(wanted),
      reason: conditionIs(
        schedule.condition,
        'False',
        'FailedToScheduleWorkloads',
      )
        ? 'scheduler-failed'
        : 'no-match',
      dest: nearest?.destination,
      missing: (nearest && labelText(nearest.lacks)) || undefined,
      // Labels alone may match: it is deleting, strict or for previews.
      closest: nearest?.reason,
    },
    responsible: 'platform-team',
    since: schedule.condition?.lastTransitionTime,
    platformSays: quotable(schedule.condition?.message),
    evidence: schedule.condition
      ? [conditionFact(work, schedule.condition)]
      : [],
  });
}

function groupIdOf(placement: KubeObject): unknown {
  const spec = placement.spec;
  return typeof spec === 'object' && spec !== null && 'id' in spec
    ? spec.id
    : undefined;
}

/** Delivered where it no longer belongs, or to what is gone. @internal */
export function misplacedRule(delivery: Delivery): Cause[] {
  const causes: Cause[] = [];
  for (const placed of delivery.works ?? []) {
    for (const { placement, write } of placed.placements) {
      // What was never written there is told as not delivered.
      if (write.state === 'writing') continue;
      const condition = misplacement(placement);
      const dest = targetDestination(placement);
      const gone =
        isGone(delivery, dest) && placed.schedule.state !== 'unscheduled';
      if (!condition && !gone) continue;
      const evidence = condition
        ? [conditionFact(placement, condition)]
        : [fact(placement, 'spec.targetDestinationName', dest)];
      causes.push(
        causeOf({
          id: gone ? 'destination-gone' : 'misplaced',
          params: { dest, labels: labelsOf(placed) },
          responsible: 'platform-team',
          since: condition?.lastTransitionTime,
          evidence,
        }),
      );
    }
    const { schedule, work } = placed;
    const alone = placed.placements.length === 0;
    if (alone && schedule.state === 'misplaced' && schedule.condition) {
      causes.push(
        causeOf({
          id: 'misplaced',
          params: { labels: labelsOf(placed) },
          responsible: 'platform-team',
          since: schedule.condition.lastTransitionTime,
          platformSays: quotable(schedule.condition.message),
          evidence: [conditionFact(work, schedule.condition)],
        }),
      );
    }
  }
  return causes;
}

function labelsOf(placed: PlacedWork): string {
  return labelText(
    wantedLabels(workloadGroups(placed.work).flatMap(one => one.selectors)),
  );
}

/** Content that is on its way: not yet scheduled, or not yet written. @internal */
export function deliveringRule(delivery: Delivery): Cause[] {
  const { works } = delivery;
  if (!works) return [];
  let total = 0;
  let written = 0;
  const evidence: Cause['evidence'] = [];
  for (const { work, schedule, placements } of works) {
    if (schedule.state === 'unscheduled') continue;
    if (schedule.state === 'pending') {
      total += 1;
      evidence.push(
        fact(work, 'status.conditions[ScheduleSucceeded]', 'absent'),
      );
      continue;
    }
    if (delivery.placements === undefined) continue;
    // Scheduled, but its WorkPlacement has not arrived here yet.
    if (placements.length === 0 && workloadGroups(work).length > 0) total += 1;
    for (const { placement, write } of placements) {
      total += 1;
      if (write.state === 'written') written += 1;
      else if (write.state === 'writing') {
        evidence.push(
          fact(placement, 'status.conditions[WriteSucceeded]', 'absent'),
        );
      } else if (write.state === 'earlier-content') {
        evidence.push(
          fact(placement, 'spec.generation', 'older than its Work'),
        );
      } else total -= 1;
    }
  }
  if (written >= total) return [];
  return [
    causeOf({
      id: 'in-progress',
      params: { phase: 'delivering', done: written, total },
      responsible: 'nobody',
      evidence,
    }),
  ];
}
