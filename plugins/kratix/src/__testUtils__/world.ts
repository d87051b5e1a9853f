import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestinationDetail,
  aDestinationDescription,
  aFailedDescription,
  aFreshness,
  aListingDetail,
  aPlatformDescription,
  aPlatformView,
  aPromiseDescription,
  aPromiseDetail,
  aRequestDescription,
  aRequestDetail,
  aSourceView,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';

/** Two platforms with a few of everything, some of it unwell. @internal */
export function aWorld(): FakeWorld {
  return {
    platforms: [
      aPlatformView(),
      aPlatformView({ id: 'us-dev', title: 'US development' }),
    ],
    promises: [
      aPromiseDetail(),
      aPromiseDetail({
        name: 'redis',
        title: 'Redis',
        category: 'cache',
        api: {
          crd: 'redis.cache.example.com',
          group: 'cache.example.com',
          version: 'v1',
          kind: 'Redis',
          plural: 'redis',
        },
        description: aPromiseDescription({
          label: 'missing-requirement',
          tone: 'error',
          requestable: false,
          causes: [
            {
              id: 'requirement',
              params: {
                promise: 'Redis',
                requirement: 'runtime',
                version: 'v1.0.0',
                state: 'not-installed',
              },
              responsible: 'platform-team',
              evidence: [],
            },
          ],
        }),
      }),
      aPromiseDetail({
        name: 'cert-manager',
        title: 'Cert manager',
        api: undefined,
        templateRef: undefined,
      }),
    ],
    requests: [
      aRequestDetail({ description: aFailedDescription() }),
      aRequestDetail({ name: 'ledger-db' }),
      aRequestDetail({
        name: 'reports-db',
        owner: undefined,
        requester: undefined,
        description: aRequestDescription({
          label: 'in-progress',
          tone: 'progress',
          health: { state: 'not-reported' },
        }),
      }),
    ],
    destinations: [
      aDestinationDetail(),
      aDestinationDetail({
        name: 'worker-2',
        labels: {},
        strict: true,
        counts: { placements: 0, failing: 0 },
        description: aDestinationDescription({
          label: 'store-not-ready',
          tone: 'error',
          causes: [
            {
              id: 'store-not-ready',
              params: {
                dest: 'worker-2',
                store: 'default',
                reason: 'SecretNotFound',
              },
              responsible: 'platform-team',
              evidence: [],
            },
          ],
        }),
      }),
    ],
    sources: [
      aSourceView(),
      aSourceView({ id: 'team', title: 'Team promises', listings: 1 }),
    ],
    listings: aMarketplace(),
    unscheduled: [
      {
        platform: 'eu-dev',
        labels: { env: 'prod', region: 'eu' },
        count: 2,
        requests: ['eu-dev/postgresqls.data.example.com/payments/orders-db'],
        verdicts: [
          {
            destination: 'worker-1',
            matches: false,
            lacks: { env: 'prod' },
            reason: 'labels',
          },
          {
            destination: 'worker-2',
            matches: false,
            lacks: { env: 'prod', region: 'eu' },
            reason: 'strict',
          },
        ],
      },
    ],
  };
}

/** A listing of every kind, on platforms that have all kinds of it. */
function aMarketplace(): ListingDetail[] {
  return [
    aListingDetail({
      installs: [
        { platform: 'eu-dev', state: 'update', version: 'v0.1.0' },
        { platform: 'us-dev', state: 'not-installed' },
      ],
      rights: [
        {
          pipeline: 'promise.configure/install',
          apiGroups: [''],
          resources: ['secrets'],
          resourceNames: [],
          verbs: ['get', 'list'],
          clusterWide: true,
          readsSecrets: true,
        },
      ],
      dependencies: [{ kind: 'Deployment', count: 2 }],
      sameName: 1,
      others: [
        { source: 'team', entry: 'redis', title: 'Redis', version: 'v0.3.0' },
      ],
      findings: [
        {
          severity: 'note',
          path: 'redis/promise.yaml',
          line: 3,
          text: 'It has no summary.',
        },
      ],
    }),
    aListingDetail({
      entry: 'app',
      name: 'app',
      title: 'App as a service',
      version: undefined,
      installsSoftware: false,
      requires: [
        { name: 'redis', version: 'v0.2.0' },
        { name: 'postgresql', version: 'v9.0.0' },
      ],
      installs: [
        { platform: 'eu-dev', state: 'installed', confidence: 'recorded' },
        { platform: 'us-dev', state: 'unknown' },
      ],
    }),
    aListingDetail({
      source: 'team',
      entry: 'runtime',
      name: 'runtime',
      title: 'Runtime',
      category: 'runtime',
      api: undefined,
      readme: undefined,
      installs: [
        { platform: 'eu-dev', state: 'name-taken' },
        { platform: 'us-dev', state: 'name-taken' },
      ],
    }),
  ];
}

/** The same, with the second platform out of reach. @internal */
export function aWorldWithOneDown(): FakeWorld {
  const failingSince = '2026-03-02T14:02:00Z';
  const world = aWorld();
  return {
    ...world,
    platforms: [
      aPlatformView(),
      aPlatformView({
        id: 'us-dev',
        title: 'US development',
        description: aPlatformDescription({
          label: 'unreachable',
          tone: 'error',
          reason: 'connection timed out',
          writable: false,
        }),
        freshness: aFreshness({
          platform: 'us-dev',
          title: 'US development',
          label: 'unreachable',
          failingSince,
        }),
      }),
    ],
  };
}

/** @internal */
export function aFakeKratix(world: FakeWorld = aWorld()): FakeKratix {
  return new FakeKratix(world);
}
