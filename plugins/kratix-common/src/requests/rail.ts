import type { RailStation } from '../api';
import { conditionOf, createdAt, isoTime, latestTime } from '../kube';
import { deleteStepTrouble } from '../pipelines';
import type { Situation } from './situation';

/**
 * The stations of a request from accepted to healthy, each with what is known
 * about it and since when.
 *
 * @internal
 */
export function railOf(situation: Situation): RailStation[] {
  const steps = stepsStation(situation);
  return [
    acceptedStation(situation),
    steps,
    scheduledStation(situation, steps),
    writtenStation(situation, steps),
    // Only an adapter of the Destination's GitOps tool could tell.
    { station: 'applied', state: 'not-observed' },
    healthyStation(situation),
  ];
}

function station(
  name: RailStation['station'],
  state: RailStation['state'],
  time?: string,
  counts?: { done: number; total: number },
): RailStation {
  const result: RailStation = { station: name, state };
  if (time) result.time = time;
  if (counts) Object.assign(result, counts);
  return result;
}

function acceptedStation({ request, accepted }: Situation): RailStation {
  return station('accepted', accepted ? 'done' : 'waiting', createdAt(request));
}

function stepsStation(situation: Situation): RailStation {
  const { workflow, hasSteps, unprocessed, held, deleting } = situation;
  const { steps, done } = workflow;
  const counts = { done, total: steps.length };
  if (steps.length === 0) {
    if (hasSteps === false && !unprocessed) {
      return station('steps', 'nothing-to-do');
    }
    return station('steps', 'not-reached');
  }
  const { running, failed, suspended, pending } = workflow;
  // The phase goes on saying Running for a delete step that stopped.
  const [trouble] = deleting ? deleteStepTrouble(situation) : [];
  if (trouble) {
    const waits = trouble.id === 'delete-approval';
    return station(
      'steps',
      waits ? 'waiting' : 'failed',
      trouble.since,
      counts,
    );
  }
  if (running) return station('steps', 'running', running.since, counts);
  if (failed) return station('steps', 'failed', failed.since, counts);
  if (suspended || held) {
    return station('steps', 'waiting', suspended?.since, counts);
  }
  if (pending) return station('steps', 'waiting', pending.since, counts);
  if (done < steps.length)
    return station('steps', 'waiting', undefined, counts);
  if (deleting) return station('steps', 'done', undefined, counts);
  return station(
    'steps',
    'done',
    latestTime(...steps.map(one => one.since)),
    counts,
  );
}

/** Where there is no Work: nothing to deliver, or not there yet. */
function withoutWorks(steps: RailStation): RailStation['state'] {
  return steps.state === 'done' || steps.state === 'nothing-to-do'
    ? 'nothing-to-do'
    : 'not-reached';
}

function scheduledStation(
  { works }: Situation,
  steps: RailStation,
): RailStation {
  if (!works) return station('scheduled', 'not-visible');
  if (works.length === 0) return station('scheduled', withoutWorks(steps));
  let done = 0;
  let unscheduled = false;
  let time: string | undefined;
  for (const { schedule } of works) {
    if (schedule.state === 'scheduled' || schedule.state === 'misplaced') {
      done += 1;
    }
    if (schedule.state === 'unscheduled') unscheduled = true;
    time = latestTime(time, schedule.condition?.lastTransitionTime);
  }
  const counts = { done, total: works.length };
  if (unscheduled) return station('scheduled', 'failed', time, counts);
  return station(
    'scheduled',
    done === works.length ? 'done' : 'running',
    time,
    counts,
  );
}

function writtenStation(
  { works, placements: visible }: Situation,
  steps: RailStation,
): RailStation {
  if (!works || !visible) {
    return station('written', 'not-visible');
  }
  if (works.length === 0) return station('written', withoutWorks(steps));
  let total = 0;
  let done = 0;
  let failed = false;
  let earlier = false;
  let open = false;
  let time: string | undefined;
  for (const { placements } of works) {
    if (placements.length === 0) open = true;
    for (const { placement, write } of placements) {
      total += 1;
      if (write.state === 'written') done += 1;
      if (write.state === 'failed') failed = true;
      if (write.state === 'earlier-content') earlier = true;
      const condition = conditionOf(placement, 'WriteSucceeded');
      time = latestTime(time, condition?.lastTransitionTime);
    }
  }
  const counts = { done, total };
  if (failed) return station('written', 'failed', time, counts);
  if (total === 0) return station('written', 'not-reached');
  if (earlier) return station('written', 'earlier-content', time, counts);
  if (open || done < total) {
    return station('written', 'running', undefined, counts);
  }
  return station('written', 'done', time, counts);
}

function healthyStation({ health }: Situation): RailStation {
  const time =
    health.reportedAt === undefined
      ? undefined
      : isoTime(health.reportedAt * 1000);
  const states = {
    healthy: 'done',
    degraded: 'degraded',
    unhealthy: 'failed',
    unknown: 'not-observed',
    'not-reported': 'not-reported',
  } as const;
  return station('healthy', states[health.state], time);
}
