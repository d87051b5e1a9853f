import { describePlatform } from './describePlatform';
import { platformView } from './platformView';
import type { PlatformFacts } from './facts';

const now = Date.parse('2026-03-01T12:00:00Z');
const kind = (plural: string, state: 'watching' | 'absent' = 'watching') => ({
  group: 'platform.kratix.io',
  plural,
  kind: plural,
  core: plural === 'promises',
  state,
  count: 1,
  syncedAt: now,
});
const facts: PlatformFacts = {
  id: 'eu',
  title: 'Europe',
  identity: 'impersonation',
  lastContactAt: now,
  kinds: [kind('promises'), kind('dryruns', 'absent'), kind('healthrecords')],
};

it('shows what the platform is and has, and how current that is', () => {
  const counts = { promises: 1, requests: 2, destinations: 3, attention: 0 };
  const description = describePlatform(facts, { now });
  const rights = { promises: true, destinations: true, requests: false };
  expect(platformView(facts, description, { counts, rights })).toMatchObject({
    id: 'eu',
    title: 'Europe',
    sandbox: false,
    identity: 'impersonation',
    freshness: { platform: 'eu', asOf: '2026-03-01T12:00:00.000Z' },
    counts,
    kinds: [
      { plural: 'promises', count: 1 },
      { plural: 'dryruns', count: undefined },
      { plural: 'healthrecords', count: undefined },
    ],
    features: [
      {
        id: 'revisions',
        state: 'unknown',
        crd: 'promiserevisions.platform.kratix.io',
      },
      { id: 'bindings', state: 'unknown' },
      { id: 'dry-run', state: 'absent' },
      { id: 'health-records', state: 'found' },
      { id: 'releases', state: 'unknown' },
    ],
    entityRef: 'resource:default/kratix-eu',
  });
});
