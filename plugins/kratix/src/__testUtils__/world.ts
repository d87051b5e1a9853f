import {
  aDestinationDetail,
  aDestinationDescription,
  aFailedDescription,
  aFreshness,
  aPlatformDescription,
  aPlatformView,
  aPromiseDescription,
  aPromiseDetail,
  aRequestDescription,
  aRequestDetail,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';

/** Two platforms with a few of everything, some of it unwell. @internal */
export function aWorld(): FakeWorld {
  return {
    contact: 'the platform team',
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
