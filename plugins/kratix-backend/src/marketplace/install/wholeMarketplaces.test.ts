import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type {
  KratixClient,
  InstallMethod,
  KubeObject,
  ListingView,
  PreflightReport,
  PromiseLabel,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { startSandboxPortal } from '../../__testUtils__/sandboxPortal';

const kratixGroup = 'platform.kratix.io/v1alpha1';
const sharedFolder = resolve(
  __dirname,
  '../../../../../../shared/kratix/marketplace',
);

const destination = (name: string, labels: Record<string, string>) => ({
  apiVersion: kratixGroup,
  kind: 'Destination',
  metadata: { name, labels },
  spec: {
    path: name,
    stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
  },
});

/** A platform with room for all, and nothing on it. */
const room: KubeObject[] = [
  {
    apiVersion: kratixGroup,
    kind: 'BucketStateStore',
    metadata: { name: 'default' },
    spec: {
      bucketName: 'kratix',
      endpoint: 's3.example.io',
      authMethod: 'IAM',
    },
  },
  destination('worker-1', { environment: 'dev' }),
  destination('platform', { environment: 'platform' }),
  destination('edge', { zone: 'edge', shared: 'messaging' }),
];

const nextTurn = () => new Promise(done => setImmediate(done));

type Market = Awaited<ReturnType<typeof startSandboxPortal>>;

const aMarket = (source: JsonObject): Promise<Market> =>
  startSandboxPortal(
    { speed: 60, objects: room },
    { sources: { market: source } },
  );

/** Those that need nothing first, as in a plan. */
async function listingsOf(client: KratixClient): Promise<ListingView[]> {
  for (;;) {
    const { items, sources } = await client.listListings({ size: 100 });
    if (sources.every(one => one.state === 'ready')) {
      return items.sort((a, b) => a.requires.length - b.requires.length);
    }
    await nextTurn();
  }
}

const goingOn: PromiseLabel[] = ['preparing', 'updating', 'unavailable'];

/** What an installed Promise comes to. */
async function restOf(client: KratixClient, name: string) {
  for (;;) {
    const { items } = await client.listPromises({ size: 100 });
    const label = items.find(one => one.name === name)?.description.label;
    if (label && label !== 'unknown' && !goingOn.includes(label)) return label;
    await nextTurn();
  }
}

const levelsOf = ({ findings }: PreflightReport, level: string) =>
  findings.filter(one => one.level === level);

const nameOnPlatform = ({ sandbox }: Market, plural: string, name: string) =>
  sandbox.store.get('platform.kratix.io', plural, name);

/**
 * Preflighted, installed where that is allowed, and waited for; by release
 * where Kratix can fetch it.
 */
async function tryAll(market: Market, preferred: InstallMethod) {
  const { client } = market;
  const outcomes: Record<string, string> = {};
  for (const listing of await listingsOf(client)) {
    const { source, entry, name } = listing;
    const ref = { source, entry };
    const asked = await client.preflight(ref, { platform: 'eu' });
    const method = asked.methods.some(
      one => one.method === preferred && one.possible,
    )
      ? preferred
      : 'promise';
    const report = await client.preflight(ref, { platform: 'eu', method });
    const blockers = levelsOf(report, 'blocker').map(one => one.check);
    if (report.kind === 'upgrade' || blockers.length > 0) {
      outcomes[entry] = [report.kind, ...blockers].join(' ');
      continue;
    }
    expect(nameOnPlatform(market, 'promises', name)).toBeUndefined();
    await client.installPromise('eu', {
      ...ref,
      method,
      acknowledged: levelsOf(report, 'warning').map(one => one.id),
    });
    outcomes[entry] = `${method} ${await restOf(client, name)}`;
    const plural = method === 'release' ? 'promisereleases' : 'promises';
    const { metadata } = nameOnPlatform(market, plural, name) ?? {};
    expect(metadata?.annotations).toMatchObject({
      'kratix-portal.io/marketplace-listing': `${source}/${entry}`,
      'kratix-portal.io/installed-by': 'user:default/mock',
    });
  }
  return outcomes;
}

describe.each(['promise', 'release'] as const)(
  'the embedded marketplace, by %s',
  method => {
    let market: Market;

    beforeAll(async () => {
      market = await aMarket({ embedded: {} });
    }, 60_000);

    afterAll(() => market.close());

    it('is preflighted and installed wholly', async () => {
      expect(await tryAll(market, method)).toEqual({
        'app-environment': `${method} available`,
        bucket: `${method} available`,
        certificates: `${method} available`,
        // Without a version there is nothing that a release could name.
        'ci-runner': 'promise available',
        'data-pipeline': `${method} available`,
        'dns-record': `${method} available`,
        'kafka-topic': `${method} available`,
        namespace: `${method} available`,
        // No Destination here has the label that it asks for.
        'observability-agent': `${method} no-destination`,
        postgresql: `${method} available`,
        rabbitmq: `${method} available`,
        redis: `${method} available`,
        'static-site': `${method} available`,
      });
    }, 300_000);
  },
);

const missing = !existsSync(sharedFolder);
if (missing) {
  process.stdout.write(
    'Kratix’s own marketplace is not beside this checkout: none of it is installed\n',
  );
}

(missing ? describe.skip : describe)("Kratix's own marketplace", () => {
  let market: Market;

  beforeAll(async () => {
    market = await aMarket({ folder: { path: sharedFolder } });
  }, 60_000);

  afterAll(() => market.close());

  it('is preflighted and installed, or waits for what nobody offers', async () => {
    const outcomes = await tryAll(market, 'promise');
    const { 'app-as-a-service': one, 'app-stack': other, ...rest } = outcomes;
    const waits = 'promise missing-requirement';
    expect([one, other]).toEqual([waits, waits]);
    expect(Object.keys(rest).length).toBeGreaterThanOrEqual(11);
    expect(new Set(Object.values(rest))).toEqual(
      new Set(['promise available']),
    );
  }, 300_000);
});
