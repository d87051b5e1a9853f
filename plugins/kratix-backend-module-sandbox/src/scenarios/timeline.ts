import { KubeStatusError } from '../store';
import type { SimulationClock, Simulator } from '../simulator';
import { Doer } from './doings';
import { milliseconds, type Habit, type Scenario } from './scenarioFile';

const settleMs = 60_000;

/** When a world begins: a little before the first that happened in it. @internal */
export function beginningOf({ timeline }: Scenario, now: Date): Date {
  const ages = timeline.map(one => milliseconds(one.ago));
  return new Date(now.getTime() - Math.max(0, ...ages) - settleMs);
}

/**
 * Goes through a world's past in virtual time: what people did, each time
 * followed by what Kratix made of it. Between, the world sleeps.
 *
 * @internal
 */
export function liveThrough(
  { timeline, habits = [] }: Scenario,
  {
    simulator,
    clock,
    now,
  }: {
    simulator: Simulator;
    clock: SimulationClock;
    now: Date;
  },
) {
  const doer = new Doer(simulator.store, () => clock.now());
  for (const { ago, settle, ...doings } of timeline) {
    clock.sleepUntil(new Date(now.getTime() - milliseconds(ago)));
    doer.do(doings);
    clock.advance(settle ? milliseconds(settle) : settleMs);
  }
  clock.sleepUntil(now);
  habits.forEach(habit => keepUp(habit, doer, clock));
}

/** From then on, for ever. */
function keepUp(
  { every, cycle = [], reports }: Habit,
  doer: Doer,
  clock: SimulationClock,
) {
  let turn = 0;
  const next = () => {
    clock.schedule(milliseconds(every), () => {
      try {
        if (reports) doer.reportAgain();
        if (cycle.length > 0) doer.do(cycle[turn % cycle.length]);
      } catch (error) {
        // Somebody deleted what this is about, which is their good right.
        if (!(error instanceof KubeStatusError)) throw error;
      }
      turn += 1;
      next();
    });
  };
  next();
}
