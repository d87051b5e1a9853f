import {
  aBinding,
  aCondition,
  aPromise,
  aReadyRequest,
  aRequest,
  aRevision,
} from '../testing';
import { latestRevision, promiseVersion } from './revisions';
import { requestVersion, type VersionFacts } from './requestVersion';

const v1 = aRevision('v1.0.0');
const v2 = aRevision('v2.0.0', { latest: true });

const upgrade = (status: 'True' | 'False' | 'Unknown', reason: string) =>
  aCondition('UpgradeSucceeded', status, reason);
const inProgress = upgrade('Unknown', 'UpgradeInProgress');
const failed = upgrade('False', 'UpgradeFailed');

const onV2 = aReadyRequest({ status: { promiseVersion: 'v2.0.0' } });

it.each<[string, string, VersionFacts]>([
  [
    'follows latest and has it',
    'latest',
    { request: onV2, binding: aBinding('latest', { applied: 'v2.0.0' }) },
  ],
  [
    'follows latest and does not have it yet',
    'outdated',
    { binding: aBinding('latest', { applied: 'v1.0.0' }) },
  ],
  [
    'pinned to an older version',
    'outdated',
    { binding: aBinding('v1.0.0', { applied: 'v1.0.0' }) },
  ],
  [
    'pinned to the latest',
    'pinned',
    { request: onV2, binding: aBinding('v2.0.0', { applied: 'v2.0.0' }) },
  ],
  [
    'upgrading',
    'upgrading',
    { binding: aBinding('latest', { applied: 'v1.0.0', upgrade: inProgress }) },
  ],
  [
    'the reason of an upgrade is also used for a plain rerun',
    'latest',
    {
      request: onV2,
      binding: aBinding('latest', { applied: 'v2.0.0', upgrade: inProgress }),
    },
  ],
  [
    'rolling back',
    'upgrading',
    {
      request: onV2,
      binding: aBinding('v1.0.0', { applied: 'v2.0.0', upgrade: inProgress }),
    },
  ],
  [
    'an upgrade failed',
    'upgrade-failed',
    {
      binding: aBinding('latest', {
        applied: 'v1.0.0',
        failed: 'v2.0.0',
        upgrade: failed,
      }),
    },
  ],
  [
    'a first run failed, which is no upgrade',
    'latest',
    {
      request: aRequest(),
      binding: aBinding('latest', { failed: 'v2.0.0', upgrade: failed }),
    },
  ],
  [
    'a version that does not exist',
    'version-missing',
    { binding: aBinding('v9.9.9', { applied: 'v1.0.0', upgrade: inProgress }) },
  ],
  [
    'a version of which nobody can say whether it exists',
    'pinned',
    {
      request: aReadyRequest({ status: { promiseVersion: 'v1.0.0' } }),
      promise: undefined,
      revisions: undefined,
      binding: aBinding('v1.0.0', { applied: 'v1.0.0' }),
    },
  ],
  [
    'a version that Kratix says it cannot find, revisions being unreadable',
    'version-missing',
    {
      revisions: undefined,
      binding: aBinding('v9.9.9', { applied: 'v1.0.0' }),
      events: [
        {
          metadata: { name: 'e' },
          reason: 'FailedPromiseRevisionLookup',
          message: 'no PromiseRevision with version v9.9.9',
        },
      ],
    },
  ],
  [
    'unversioned',
    'unversioned',
    {
      request: aReadyRequest({ status: { promiseVersion: 'not-set' } }),
      revisions: [aRevision('not-set', { latest: true })],
    },
  ],
  [
    'the binding was deleted and comes back',
    'outdated',
    { binding: undefined },
  ],
])('%s: %s', (_situation, state, facts) => {
  expect(
    requestVersion({
      request: aReadyRequest(),
      promise: aPromise(),
      revisions: [v1, v2],
      ...facts,
    }).state,
  ).toBe(state);
});

it('says what is applied, wanted and latest', () => {
  expect(
    requestVersion({
      request: aReadyRequest(),
      revisions: [v1, v2],
      binding: aBinding('latest', { applied: 'v1.0.0' }),
    }),
  ).toMatchObject({
    applied: 'v1.0.0',
    wanted: 'latest',
    latest: 'v2.0.0',
    target: 'v2.0.0',
    pinned: false,
    revision: v2,
  });
});

it.each([
  ['the one with the label', 'v2.0.0', [v1, v2]],
  [
    'of two with the label the younger',
    'v3.0.0',
    [
      v2,
      aRevision('v3.0.0', { latest: true, createdAt: '2026-03-02T12:00:00Z' }),
    ],
  ],
  [
    'the label before the status',
    'v2.0.0',
    [aRevision('v1.0.0', { status: { latest: true } }), v2],
  ],
  [
    'the status where no label is',
    'v1.0.0',
    [aRevision('v1.0.0', { status: { latest: true } })],
  ],
  [
    'one that stays before one that goes',
    'v1.0.0',
    [
      aRevision('v1.0.0', { latest: true }),
      aRevision('v2.0.0', {
        latest: true,
        createdAt: '2026-03-02T12:00:00Z',
        deletedAt: '2026-03-03T12:00:00Z',
      }),
    ],
  ],
  ['none where none claims it', undefined, [v1]],
])('latest is %s', (_rule, version, revisions) => {
  expect(latestRevision(revisions)?.metadata.name).toBe(
    version && `redis-${version}`,
  );
});

it.each([
  ['v1.0.0', aPromise()],
  ['v1.0.0', aPromise({ labels: { 'kratix.io/promise-version': 'v2.0.0' } })],
  [
    undefined,
    aPromise({
      status: { version: 'not-set', kratix: { version: 'not-set' } },
    }),
  ],
])('a Promise is at what Kratix has taken up: %s', (version, promise) => {
  expect(promiseVersion(promise)).toBe(version);
});
