import type { SimulationClock, Simulator } from '../simulator';
import { seedMany } from './many';
import { readScenario, type Scenario } from './scenarioFile';
import { beginningOf, liveThrough } from './timeline';

export { seedMany, type ManyOptions } from './many';

/** The worlds that a sandbox can begin with. @public */
export const scenarioNames = ['empty', 'busy', 'broken', 'many'] as const;

/** @public */
export type ScenarioName = (typeof scenarioNames)[number];

/** @public */
export interface SeedOptions {
  simulator: Simulator;
  /** Not yet running: the past is gone through in virtual time. */
  clock: SimulationClock;
  scenario: ScenarioName;
  /** How many requests the scenario `many` has. */
  requests?: number;
}

function scenarioOf(name: ScenarioName): Scenario {
  return name === 'busy' || name === 'broken'
    ? readScenario(name)
    : { timeline: [] };
}

/** When the clock of a scenario begins, for it to end in the present. @public */
export function scenarioStart(
  name: ScenarioName,
  now: Date = new Date(),
): Date {
  return beginningOf(scenarioOf(name), now);
}

/**
 * Puts a scenario's objects there and lets Kratix act on them. The clock should
 * begin at `scenarioStart`.
 *
 * @public
 */
export function seedScenario(options: SeedOptions) {
  const { simulator, clock, scenario, requests } = options;
  const now = new Date();
  if (scenario === 'many') {
    clock.sleepUntil(now);
    seedMany(simulator, { requests });
    return;
  }
  liveThrough(scenarioOf(scenario), { simulator, clock, now });
}
