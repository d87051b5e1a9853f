import type { KratixClient } from '@kratix-portal/backstage-plugin-kratix-common';
import { startPlatformPortal } from '../__testUtils__/platformPortal';

const nextTurn = () => new Promise(done => setImmediate(done));

/** By entry, what the platform has of each listing. */
async function statesOf(client: KratixClient): Promise<Map<string, string>> {
  for (;;) {
    const { items, sources } = await client.listListings({ size: 100 });
    const states = new Map(
      items.map(({ entry, installs: [found] }) => [
        entry,
        [found?.state, found?.version, found?.confidence]
          .filter(Boolean)
          .join(' '),
      ]),
    );
    const known = [...states.values()].every(one => !/^(unknown|$)/.test(one));
    if (sources.every(one => one.state === 'ready') && known) return states;
    await nextTurn();
  }
}

async function aPortal(scenario: string): Promise<KratixClient> {
  const { client } = await startPlatformPortal(
    { sandbox: { scenario } },
    { sources: { sandbox: { embedded: {} } } },
  );
  return client;
}

describe('the usual platform of the first start', () => {
  let client: KratixClient;

  beforeAll(async () => {
    client = await aPortal('busy');
  }, 60_000);

  it('has an update, one installed by release, and others missing', async () => {
    expect(Object.fromEntries(await statesOf(client))).toEqual({
      'app-environment': 'installed v0.3.0 certain',
      bucket: 'not-installed',
      certificates: 'not-installed',
      'ci-runner': 'not-installed',
      'data-pipeline': 'not-installed',
      'dns-record': 'not-installed',
      'kafka-topic': 'installed v2.0.0 certain',
      namespace: 'installed v1.0.0 certain',
      'observability-agent': 'not-installed',
      postgresql: 'installed v1.2.0 certain',
      rabbitmq: 'not-installed',
      redis: 'installed v1.1.0 recorded',
      'static-site': 'update v0.2.0 recorded',
    });
  }, 120_000);

  it('has a request that the update would refuse, which is told before', async () => {
    await statesOf(client);
    const { kind, upgrade } = await client.preflight(
      { source: 'sandbox', entry: 'static-site' },
      { platform: 'eu' },
    );
    expect(kind).toBe('upgrade');
    expect(upgrade).toMatchObject({ from: 'v0.2.0', to: 'v0.3.0' });
    expect(upgrade?.refused.map(({ ref }) => ref.name)).toEqual(['handbook']);
    expect(upgrade?.refusedTotal).toBe(1);
    expect(
      upgrade?.changes.api
        .filter(one => one.breaking)
        .map(one => [one.kind, one.path]),
    ).toEqual(
      expect.arrayContaining([
        ['field-removed', 'spec.analytics'],
        ['pattern-changed', 'spec.source.repository'],
      ]),
    );
  }, 120_000);
});

describe('the platform with a bad day', () => {
  it('lacks what a compound needs, has an update and a name that is taken', async () => {
    const client = await aPortal('broken');
    expect(Object.fromEntries(await statesOf(client))).toEqual({
      'app-environment': 'installed v0.3.0 certain',
      bucket: 'not-installed',
      certificates: 'not-installed',
      'ci-runner': 'not-installed',
      'data-pipeline': 'not-installed',
      'dns-record': 'name-taken v0.1.0',
      'kafka-topic': 'installed v2.0.0 certain',
      namespace: 'installed v1.0.0 certain',
      'observability-agent': 'not-installed',
      postgresql: 'installed v1.2.0 certain',
      rabbitmq: 'not-installed',
      redis: 'update v1.0.0 likely',
      'static-site': 'installed v0.3.0 certain',
    });
    const { plan } = await client.preflight(
      { source: 'sandbox', entry: 'data-pipeline' },
      { platform: 'eu' },
    );
    expect(plan.map(one => [one.name, one.version])).toEqual([
      ['bucket', 'v0.4.0'],
      ['data-pipeline', 'v0.2.0'],
    ]);
  }, 120_000);
});
