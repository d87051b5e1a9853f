import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { EarlyEvents } from './earlyEvents';

const event = (name: string, reason = 'Created'): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name, namespace: 'team-a' },
  reason,
});

function setup() {
  let now = 0;
  const early = new EarlyEvents({ monotonic: () => now });
  return {
    early,
    reasons: (term: string) => early.take(term).map(({ reason }) => reason),
    pass(ms: number) {
      now += ms;
    },
  };
}

it('has what was said of an object before it came, once', () => {
  const { early, reasons } = setup();
  early.hold('job a', event('a.1', 'Created'));
  early.hold('job a', event('a.2', 'Failed'));
  early.hold('job b', event('b.1', 'Created'));
  expect(reasons('job a')).toEqual(['Created', 'Failed']);
  expect(reasons('job a')).toEqual([]);
  expect(reasons('job b')).toEqual(['Created']);
  expect(early.size).toBe(0);
});

it('has each Event as it was written last', () => {
  const { early, reasons } = setup();
  early.hold('job a', event('a.1', 'Created'));
  early.hold('job a', event('a.1', 'Failed'));
  expect(reasons('job a')).toEqual(['Failed']);
});

it('forgets one that is gone', () => {
  const { early, reasons } = setup();
  early.hold('job a', event('a.1', 'Created'));
  early.hold('job a', event('a.2', 'Failed'));
  early.forget('team-a/a.1');
  early.forget('team-a/none');
  expect(reasons('job a')).toEqual(['Failed']);
});

it('waits ten seconds for an object', () => {
  const { early, reasons, pass } = setup();
  early.hold('job a', event('a.1', 'Created'));
  early.hold('job b', event('b.1', 'Created'));
  pass(10_000);
  expect(reasons('job a')).toEqual(['Created']);
  pass(1);
  expect(reasons('job b')).toEqual([]);
  expect(early.size).toBe(0);
});

it('keeps the newest thousand, however many are about something else', () => {
  const { early, reasons, pass } = setup();
  for (let i = 0; i < 5_000; i += 1) {
    pass(1);
    early.hold(`pod ${i % 300}`, event(`e.${i}`, `${i}`));
  }
  expect(early.size).toBe(1_000);
  expect(reasons('pod 0')).toEqual(['4200', '4500', '4800']);
});
