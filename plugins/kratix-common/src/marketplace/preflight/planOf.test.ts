import type { PromiseRequirement } from '../../api';
import { aPromise, aRevision } from '../../testing';
import { planOf, type PlannedListing } from './planOf';

/** Listings as `name@version: needs, needs`, all in one source. */
function shop(...lines: string[]): PlannedListing[] {
  return lines.map(line => {
    const [whole, needs = ''] = line.split(': ');
    const [name, version] = whole.split('@');
    return {
      source: 'ours',
      entry: whole.replace('@', '-'),
      name,
      title: name.toLocaleUpperCase('en-US'),
      ...(version && { version }),
      requires: needs
        .split(', ')
        .filter(Boolean)
        .map(one => {
          const [required, at] = one.split('@');
          return { name: required, ...(at && { version: at }) };
        }),
    };
  });
}

const plan = (
  [first, ...rest]: PlannedListing[],
  platform: Parameters<typeof planOf>[1]['platform'] = {
    promises: [],
    revisions: [],
  },
) => {
  const all = [first, ...rest];
  const offers = ({ name, version }: PromiseRequirement) =>
    all.find(one => one.name === name && (!version || one.version === version));
  return planOf(first, { platform, offers }).map(
    ({ name, version = '-', source, requiredBy }) =>
      `${name} ${version}${source ? '' : ' nowhere'}${
        requiredBy ? ` for ${requiredBy}` : ''
      }`,
  );
};

it.each<[string, string[], string[]]>([
  ['nothing else', ['app@v1'], ['app v1']],
  [
    'what it needs first',
    ['app@v1: db@v2, cache', 'db@v2', 'cache@v7'],
    ['db v2 for app', 'cache - for app', 'app v1'],
  ],
  [
    'what that needs before',
    ['app: db@v1', 'db@v1: disk@v3', 'disk@v3'],
    ['disk v3 for db', 'db v1 for app', 'app -'],
  ],
  [
    'what two need once',
    ['app: a@v1, b@v1', 'a@v1: c@v1', 'b@v1: c@v1', 'c@v1'],
    ['c v1 for a', 'a v1 for app', 'b v1 for app', 'app -'],
  ],
  [
    'the exact version alone',
    ['app: db@v1', 'db@v2'],
    ['db v1 nowhere for app', 'app -'],
  ],
  [
    'two that need each other',
    ['a@v1: b@v1', 'b@v1: a@v1'],
    ['b v1 for a', 'a v1'],
  ],
  ['itself never', ['a@v1: a@v1'], ['a v1']],
])('plans %s', (_what, listings, steps) => {
  expect(plan(shop(...listings))).toEqual(steps);
});

it('leaves out what is there, or comes', () => {
  const there = aPromise({ name: 'db' });
  const revisions = [aRevision('v1.0.0', { promise: 'db' })];
  const needs = shop('app: db@v1.0.0', 'db@v1.0.0');
  expect(plan(needs, { promises: [there], revisions })).toEqual(['app -']);
  const preparing = aPromise({ name: 'db', status: { status: 'Unavailable' } });
  expect(plan(needs, { promises: [preparing], revisions })).toEqual(['app -']);
});

it('plans another version of what is there', () => {
  const platform = {
    promises: [aPromise({ name: 'db' })],
    revisions: [aRevision('v1.0.0', { promise: 'db' })],
  };
  expect(plan(shop('app: db@v2', 'db@v2'), platform)).toEqual([
    'db v2 for app',
    'app -',
  ]);
});

it('says which a release may bring, and of which there is another version', () => {
  const [first, ...rest] = shop(
    'app: db@v2, cache, disk, net',
    'db@v2',
    'cache@v7',
    'disk',
    'net@v1',
  );
  const [db, cache, disk, net] = rest;
  const listings = [
    { ...db, publicUrl: 'https://example.org/db.yaml' },
    cache,
    { ...disk, publicUrl: 'https://example.org/disk.yaml' },
    { ...net, publicUrl: 'https://vault.secrets.svc/net.yaml' },
  ];
  const steps = planOf(first, {
    platform: {
      promises: [aPromise({ name: 'db' })],
      revisions: [aRevision('v1.0.0', { promise: 'db' })],
    },
    offers: ({ name }) => listings.find(one => one.name === name),
  });
  expect(
    steps.map(({ name, release, otherVersion }) => [
      name,
      release,
      otherVersion,
    ]),
  ).toEqual([
    ['db', true, true],
    ['cache', false, undefined],
    ['disk', false, undefined],
    ['net', false, undefined],
    ['app', undefined, undefined],
  ]);
});

it('plans nothing where it is not known what is there', () => {
  expect(plan(shop('app: db@v2', 'db@v2'), {})).toEqual(['app -']);
});
