import type { PlanStep } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aFinding,
  aPreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import {
  acknowledgedOf,
  planOf,
  tickKey,
  verdictOf,
  type PlanItem,
  type PreflightRun,
} from './installPlan';

const main = { source: 'community', entry: 'stack', name: 'stack' };
const steps: PlanStep[] = [
  {
    name: 'postgresql',
    version: 'v1',
    source: 'ours',
    entry: 'pg',
    requiredBy: 'redis',
  },
  { name: 'redis', source: 'ours', entry: 'redis', requiredBy: 'stack' },
  { name: 'kafka', version: 'v3', requiredBy: 'stack' },
  { name: 'stack', source: 'community', entry: 'stack' },
];

describe('a plan', () => {
  it.each([
    [
      'nothing is added unasked',
      [],
      ['stack'],
      ['postgresql', 'redis', 'kafka'],
    ],
    [
      'requirements come first, in their order',
      ['redis', 'postgresql'],
      ['postgresql', 'redis', 'stack'],
      ['kafka'],
    ],
    [
      'what no source has can’t be added',
      ['kafka'],
      ['stack'],
      ['postgresql', 'redis', 'kafka'],
    ],
    [
      'what is not needed any more is left out',
      ['gone'],
      ['stack'],
      ['postgresql', 'redis', 'kafka'],
    ],
  ])('%s', (_what, added, items, missing) => {
    const plan = planOf(main, steps, added);
    expect(plan.items.map(({ name }) => name)).toEqual(items);
    expect(plan.items.filter(one => one.main)).toHaveLength(1);
    expect(plan.missing.map(({ name }) => name)).toEqual(missing);
  });

  it('names what no source has as such', () => {
    const [, , kafka] = planOf(main, steps, []).missing;
    expect(kafka).toMatchObject({ name: 'kafka', version: 'v3' });
    expect(kafka.listing).toBeUndefined();
  });
});

const stack: PlanItem = { ...main, main: true };
const redis: PlanItem = {
  source: 'ours',
  entry: 'redis',
  name: 'redis',
  main: false,
};
const wide = aFinding({ check: 'rights-wide', level: 'warning' });
const needsRedis = aFinding({
  id: 'requirement:redis',
  check: 'requirement',
  level: 'warning',
  params: { required: 'redis', state: 'not-installed' },
});
const taken = aFinding({ check: 'name', level: 'blocker' });

function done(...findings: ReturnType<typeof aFinding>[]): PreflightRun {
  const report = aPreflightReport({ findings });
  return { state: 'done', report, method: 'promise' };
}
const running: PreflightRun = { state: 'running' };
const failed: PreflightRun = { state: 'failed', error: new Error('no') };
const ticked = new Set([tickKey(stack, wide)]);
const none = new Set<string>();

it.each([
  ['nothing is known', [stack], {}, none, { state: 'checking' }],
  ['all is fine', [stack], { stack: done() }, none, { state: 'ready' }],
  [
    'a warning waits for its tick',
    [stack],
    { stack: done(wide) },
    none,
    { state: 'ticks', count: 1 },
  ],
  ['it has it', [stack], { stack: done(wide) }, ticked, { state: 'ready' }],
  [
    'a blocker comes before ticks',
    [stack],
    { stack: done(wide, taken) },
    none,
    { state: 'blocked', count: 1 },
  ],
  [
    'a tick takes no blocker away',
    [stack],
    { stack: done(taken) },
    new Set([tickKey(stack, taken)]),
    { state: 'blocked', count: 1 },
  ],
  [
    'a missing requirement is a warning',
    [stack],
    { stack: done(needsRedis) },
    none,
    { state: 'ticks', count: 1 },
  ],
  [
    'not where the plan brings it',
    [redis, stack],
    { stack: done(needsRedis), redis: done() },
    none,
    { state: 'ready' },
  ],
  [
    'each Promise of the plan counts',
    [redis, stack],
    { stack: done(), redis: done(wide) },
    ticked,
    { state: 'ticks', count: 1 },
  ],
  [
    'one is still being checked',
    [redis, stack],
    { stack: done(), redis: running },
    none,
    { state: 'checking' },
  ],
  [
    'one could not be checked',
    [redis, stack],
    { stack: running, redis: failed },
    none,
    { state: 'failed' },
  ],
] as const)('verdict: %s', (_what, items, runs, ticks, verdict) => {
  const byKey: Record<string, PreflightRun> = {};
  for (const [name, run] of Object.entries(runs)) {
    const item = items.find(one => one.name === name);
    if (item) byKey[`${item.source}/${item.entry}`] = run;
  }
  expect(verdictOf(items, byKey, ticks)).toEqual(verdict);
});

it('acknowledges what was ticked and what the plan brings, nothing else', () => {
  const secrets = aFinding({ check: 'rights-secrets', level: 'warning' });
  const report = aPreflightReport({
    findings: [wide, secrets, needsRedis, taken, aFinding()],
  });
  expect(acknowledgedOf(stack, report, [redis, stack], ticked)).toEqual([
    'rights-wide',
    'requirement:redis',
  ]);
  expect(acknowledgedOf(stack, report, [stack], none)).toEqual([]);
});
