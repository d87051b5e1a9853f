import type { PlatformFacts } from '@kratix-portal/backstage-plugin-kratix-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { aWorld } from '../__testUtils__/world';
import { PlatformSource } from './platformSource';

const now = Date.parse('2026-03-01T12:00:00Z');
const all = {
  verbs: ['*'],
  apiGroups: ['*'],
  resources: ['*'],
  named: false,
};
const rights: PlatformFacts['rights'] = {
  askedAt: now,
  failed: false,
  rules: [all],
  complete: true,
  answers: {},
};

const source = new PlatformSource();
const platform = fakePlatforms({ platforms: [{ objects: aWorld() }] }).get(
  'eu',
);
const rowWith = (facts: Partial<PlatformFacts>) => {
  platform.setFacts({
    lastContactAt: now,
    rights,
    // Whatever the case before has set.
    delayMs: undefined,
    apiServerVersion: undefined,
    takesPreviews: undefined,
    ...facts,
  });
  return source.derive(platform, 'eu', undefined, now).row;
};

const before = rowWith({});

it.each<[string, Partial<PlatformFacts>]>([
  ['contact', { lastContactAt: now - 1_000 }],
  ['the delay', { delayMs: 80 }],
  ['the time of an answer', { rights: { ...rights, askedAt: now - 60_000 } }],
])('%s moves all the time, and is no news', (_what, facts) => {
  expect(source.same(before, rowWith(facts))).toBe(true);
});

it.each<[string, Partial<PlatformFacts>]>([
  ['a right that is missing', { rights: { ...rights, rules: [] } }],
  ['a question that failed', { rights: { ...rights, failed: true } }],
  ['the first answer', { rights: undefined }],
  ['a version', { apiServerVersion: 'v1.35.0' }],
  ['previews that nothing takes', { takesPreviews: false }],
])('%s is news', (_what, facts) => {
  expect(source.same(before, rowWith(facts))).toBe(false);
});
