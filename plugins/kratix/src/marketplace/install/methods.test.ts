import {
  aFinding,
  aListingDetail,
  aPreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import {
  firstMethod,
  insteadOf,
  methodChoices,
  plannedChoices,
} from './methods';

const listing = aListingDetail();
const refused = aPreflightReport({
  methods: [
    { method: 'promise', possible: true },
    { method: 'release', possible: false, reason: 'not-fetchable' },
  ],
});

it.each([
  ['all it needs', listing, { edited: false }, undefined],
  [
    'no version',
    aListingDetail({ version: undefined }),
    { edited: false },
    'no-version',
  ],
  [
    'no address',
    aListingDetail({ promiseUrl: undefined }),
    { edited: false },
    'no-url',
  ],
  [
    'an address of the cluster',
    aListingDetail({ promiseUrl: 'https://vault.secrets.svc/redis.yaml' }),
    { edited: false },
    'not-public',
  ],
  ['an edited manifest', listing, { edited: true }, 'edited'],
  [
    'a preflight that refused',
    listing,
    { edited: false, report: refused },
    'not-fetchable',
  ],
  [
    'a reason of a later backend',
    listing,
    {
      edited: false,
      report: aPreflightReport({
        methods: [{ method: 'release', possible: false, reason: 'weather' }],
      }),
    },
    'other',
  ],
])('a release with %s', (_what, of, facts, reason) => {
  const [release, promise] = methodChoices(of, facts);
  expect(release.reason).toBe(reason);
  expect(promise).toEqual({ method: 'promise' });
});

it.each([
  ['what was chosen', { chosen: 'promise' as const }, 'promise'],
  ['the best that is possible', {}, 'release'],
  ['what keeps a Promise that is there', { installed: true }, 'promise'],
  [
    'not what was chosen and then made impossible',
    {
      chosen: 'release' as const,
      choices: methodChoices(listing, { edited: true }),
    },
    'promise',
  ],
])('the first question is for %s', (_what, given, method) => {
  const choices = methodChoices(listing, { edited: false });
  expect(firstMethod({ choices, installed: false, ...given })).toBe(method);
});

it.each([
  ['comes by a release where it may', { release: true }, {}, 'release'],
  ['comes as a Promise where it may not', { release: false }, {}, 'promise'],
  ['and where a backend does not say', {}, {}, 'promise'],
  [
    'stays with what keeps it',
    { release: true },
    { installed: true },
    'promise',
  ],
  [
    'comes as was chosen',
    { release: true },
    { chosen: 'promise' as const },
    'promise',
  ],
])('a requirement %s', (_what, step, given, method) => {
  const choices = plannedChoices(step);
  expect(firstMethod({ choices, installed: false, ...given })).toBe(method);
});

const fetched = (level: 'fine' | 'warning' | 'blocker') =>
  aPreflightReport({ findings: [aFinding({ check: 'fetch', level })] });
const managed = aPreflightReport({
  findings: [aFinding({ check: 'release-managed', level: 'warning' })],
});

it.each([
  [
    'a release that Kratix fetches stays',
    'release',
    fetched('fine'),
    undefined,
  ],
  [
    'an unknown fetch is not relied on',
    'release',
    fetched('warning'),
    'promise',
  ],
  ['a refused fetch', 'release', fetched('blocker'), 'promise'],
  ['an impossible release', 'release', refused, 'promise'],
  ['a Promise stays', 'promise', fetched('fine'), undefined],
  ['what a release keeps goes by it', 'promise', managed, 'release'],
  [
    'unless that is impossible',
    'promise',
    { ...managed, methods: refused.methods },
    undefined,
  ],
] as const)('%s', (_what, asked, report, method) => {
  expect(insteadOf(asked, report)).toBe(method);
});
