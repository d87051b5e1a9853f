import fc from 'fast-check';
import type { Flag, RequestDescription, RequestLabel } from '../api';
import { flickers } from '../testing';
import { settle, type Settled } from './settle';

function saying(
  label: RequestLabel,
  more: Partial<RequestDescription> = {},
): RequestDescription {
  return {
    label,
    tone: 'neutral',
    causes: [],
    flags: [],
    delivery: label,
    health: { state: 'not-reported' },
    version: { state: 'latest', pinned: false },
    rail: [],
    ...more,
  };
}

/** Plays descriptions with their times, looking again whenever that is due. */
function play(steps: [number, RequestDescription][], until?: number) {
  let state: Settled<RequestDescription> | undefined;
  let current: RequestDescription | undefined;
  const lines: {
    t: number;
    subject: string;
    description: RequestDescription;
  }[] = [];
  const look = (now: number) => {
    if (!current) return;
    const before = state?.key;
    state = settle(state, current, now);
    if (state.key !== before) {
      lines.push({ t: now / 1000, subject: 'it', description: state.shown });
    }
  };
  const pass = (to: number) => {
    for (;;) {
      const due = state?.recheckAt;
      if (due === undefined || due >= to) return;
      look(due);
    }
  };
  for (const [at, description] of steps) {
    pass(at);
    current = description;
    look(at);
  }
  pass(until ?? (steps.at(-1)?.[0] ?? 0) + 10_000);
  return lines.map(({ t, description, subject }) => ({
    t,
    subject,
    label: description.label,
    description,
  }));
}

const labels = (steps: [number, RequestDescription][]) =>
  play(steps).map(({ t, label }) => `${t} ${label}`);

it('shows the first description at once', () => {
  expect(labels([[5, saying('ready')]])).toEqual(['0.005 ready']);
});

it('never shows what lasts for milliseconds', () => {
  expect(
    labels([
      [0, saying('in-progress')],
      [100, saying('no-destination')],
      [150, saying('in-progress')],
      [400, saying('no-destination')],
      [900, saying('in-progress')],
    ]),
  ).toEqual(['0 in-progress']);
});

it('shows what stays, before a second is over', () => {
  expect(
    labels([
      [0, saying('ready')],
      [100, saying('degraded')],
    ]),
  ).toEqual(['0 ready', '0.7 degraded']);
});

it('shows where a quick sequence leads, within a second of its beginning', () => {
  expect(
    labels([
      [0, saying('in-progress')],
      [100, saying('not-delivered')],
      [600, saying('misplaced')],
    ]),
  ).toEqual(['0 in-progress', '0.7 misplaced']);
});

it.each<[RequestLabel]>([['deleting'], ['paused'], ['gone']])(
  'shows what somebody did at once: %s',
  label => {
    expect(
      labels([
        [0, saying('ready')],
        [2, saying(label)],
      ]),
    ).toEqual(['0 ready', `0.002 ${label}`]);
  },
);

it('shows a change that was asked for at once', () => {
  expect(
    labels([
      [0, saying('ready')],
      [2, saying('in-progress', { flags: ['change-not-processed'] })],
    ]),
  ).toEqual(['0 ready', '0.002 in-progress']);
});

it('does not cut what it shows down to a flash, certain or not', () => {
  expect(
    labels([
      [0, saying('paused')],
      [1000, saying('ready')],
      [2100, saying('paused')],
    ]),
  ).toEqual(['0 paused', '1.6 ready', '2.6 paused']);
});

it('passes on what changes under one label', () => {
  const step = (name: string) =>
    saying('in-progress', {
      causes: [
        {
          id: 'in-progress',
          params: { step: name },
          responsible: 'nobody',
          evidence: [],
        },
      ],
    });
  const lines = play([
    [0, step('create')],
    [10, step('create')],
    [20, step('register')],
  ]);
  expect(lines.map(({ t }) => t)).toEqual([0, 0.02]);
});

it.each<Flag>([
  'promise-unavailable',
  'outdated',
  'upgrading',
  'upgrade-failed',
  'last-run-failed',
  'unhealthy',
])('holds the chip %s, which alarms, as it holds labels', flag => {
  const flags = [flag];
  expect(
    play([
      [0, saying('ready')],
      [10, saying('ready', { flags })],
      [160, saying('ready')],
    ]),
  ).toHaveLength(1);
  expect(
    play([
      [0, saying('ready')],
      [10, saying('ready', { flags })],
    ]).map(({ t, description }) => [t, description.flags]),
  ).toEqual([
    [0, []],
    [1.01, flags],
  ]);
});

it('is told of nothing by evidence and times alone', () => {
  const lines = play([
    [0, saying('ready', { since: '2026-03-01T12:00:00Z' })],
    [5, saying('ready', { since: '2026-03-01T12:00:05Z' })],
  ]);
  expect(lines).toHaveLength(1);
});

it('whatever happens: no flicker, and the truth within a second', () => {
  const certain: RequestDescription[] = [
    saying('deleting'),
    saying('paused'),
    saying('in-progress', { flags: ['change-not-processed'] }),
  ];
  const any = fc.constantFrom(
    saying('ready'),
    saying('failed'),
    saying('in-progress'),
    saying('ready', { flags: ['outdated'] }),
    ...certain,
  );
  const story = fc.array(fc.tuple(fc.integer({ min: 1, max: 1500 }), any), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(story, gaps => {
      let at = 0;
      const steps = gaps.map(
        ([gap, description]): [number, RequestDescription] => {
          at += gap;
          return [at, description];
        },
      );
      const lines = play(steps);
      expect(flickers(lines)).toEqual([]);
      const [lastAt, last] = steps[steps.length - 1];
      expect(lines.at(-1)?.description.label).toBe(last.label);
      expect(lines.at(-1)?.t).toBeLessThanOrEqual((lastAt + 1000) / 1000);
    }),
    { numRuns: 500 },
  );
});
