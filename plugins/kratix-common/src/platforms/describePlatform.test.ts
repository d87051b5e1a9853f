import { platformDescriptionSchema } from '../api';
import { builtAt } from '../testing';
import { describePlatform, isOutOfReach } from './describePlatform';
import type { PlatformFacts, PlatformKindFacts } from './facts';

const now = Date.parse(builtAt);

const kind = (
  plural: string,
  state: PlatformKindFacts['state'],
  core = true,
): PlatformKindFacts => ({
  group: 'platform.kratix.io',
  plural,
  kind: plural,
  core,
  state,
  count: 0,
});

function aPlatform(more: Partial<PlatformFacts> = {}): PlatformFacts {
  return {
    id: 'eu-prod',
    title: 'EU production',
    identity: 'serviceAccount',
    lastContactAt: now - 1000,
    kinds: [kind('promises', 'watching'), kind('works', 'watching')],
    ...more,
  };
}

const failing = (
  reason: 'network' | 'server-error' | 'timeout' | 'unauthorized' | 'forbidden',
): Partial<PlatformFacts> => ({
  failingSince: now - 30_000,
  failure: { reason, message: 'connection timed out' },
});

it.each<[string, string, string, boolean, Partial<PlatformFacts>]>([
  ['all watches open', 'connected', 'ok', true, {}],
  [
    'a kind that is refused',
    'limited',
    'warn',
    true,
    { kinds: [kind('promises', 'watching'), kind('jobs', 'forbidden', false)] },
  ],
  [
    'a CRD that is absent',
    'limited',
    'warn',
    true,
    { kinds: [kind('promises', 'watching'), kind('dryruns', 'absent')] },
  ],
  [
    'the first list still runs',
    'connecting',
    'progress',
    false,
    { kinds: [kind('promises', 'listing'), kind('works', 'watching')] },
  ],
  [
    'no answer ever',
    'connecting',
    'progress',
    false,
    { lastContactAt: undefined },
  ],
  [
    'no contact for 61 s',
    'last-known',
    'warn',
    true,
    { lastContactAt: now - 61_000 },
  ],
  ['the network', 'unreachable', 'error', false, failing('network')],
  ['5xx', 'unreachable', 'error', false, failing('server-error')],
  ['a timeout', 'unreachable', 'error', false, failing('timeout')],
  ['401', 'refused', 'error', false, failing('unauthorized')],
  ['403', 'refused', 'error', false, failing('forbidden')],
  [
    'no CRD of Kratix',
    'kratix-not-found',
    'error',
    false,
    { kinds: [kind('promises', 'absent'), kind('works', 'absent')] },
  ],
  [
    'every kind refused',
    'refused',
    'error',
    false,
    { kinds: [kind('promises', 'forbidden'), kind('works', 'forbidden')] },
  ],
])('%s: %s', (_situation, label, tone, writable, more) => {
  const description = describePlatform(aPlatform(more), { now });
  expect(description).toMatchObject({ label, tone, writable });
  expect(platformDescriptionSchema.parse(description)).toEqual(description);
});

it('names what is missing', () => {
  const kinds = [
    kind('promises', 'watching'),
    kind('dryruns', 'absent'),
    kind('jobs', 'forbidden'),
  ];
  expect(describePlatform(aPlatform({ kinds }), { now }).missingKinds).toEqual([
    'platform.kratix.io/dryruns',
    'platform.kratix.io/jobs',
  ]);
});

it('looks again when silence would count', () => {
  expect(describePlatform(aPlatform(), { now }).recheckAt).toBe(
    '2026-03-01T12:00:59.000Z',
  );
});

it('says since when and why, without a password in a URL', () => {
  const description = describePlatform(
    aPlatform({
      failingSince: now - 30_000,
      failure: { reason: 'network', message: 'https://a:b@host refused' },
    }),
    { now },
  );
  expect(description.since).toBe('2026-03-01T11:59:30.000Z');
  expect(description.reason).not.toContain('a:b');
});

it.each<[boolean, Partial<PlatformFacts>]>([
  [false, {}],
  [false, { kinds: [kind('promises', 'listing')] }],
  [true, { lastContactAt: now - 61_000 }],
  [true, failing('network')],
])('is out of reach: %s', (away, more) => {
  expect(isOutOfReach(aPlatform(more), now)).toBe(away);
});
