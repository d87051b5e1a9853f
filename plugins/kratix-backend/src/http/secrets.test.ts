import {
  aCondition,
  aDestination,
  aHealthRecord,
  aJob,
  anObject,
  aPlacement,
  aPromise,
  aRequest,
  aStep,
  aStore,
  aWork,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { startPortal } from '../__testUtils__/portal';
import { aNamespace, pathOf } from '../__testUtils__/world';

/** What the platform says, with a secret where logs and errors have them. */
const leaky =
  'Put "https://ci:hush@store.example.org/x?access_token=hush": Bearer hushhushhush';

const env = [{ name: 'DB_PASSWORD', value: 'hush' }];

const labels = {
  'kratix.io/promise-name': 'redis',
  'kratix.io/resource-name': 'cache',
  'kratix.io/resource-namespace': 'payments',
};

/** A request that has a secret in every place that can hold one. */
const world = () => [
  aNamespace('payments'),
  aStore({
    spec: { secretRef: { name: 'store-credentials' }, accessKey: 'hush' },
    ready: aCondition('Ready', 'False', 'Refused', { message: leaky }),
  }),
  aDestination({
    ready: aCondition('Ready', 'False', 'StateStoreWriteFailed', {
      message: leaky,
    }),
  }),
  aPromise({
    status: {
      conditions: [aCondition('Available', 'False', 'No', { message: leaky })],
    },
  }),
  aRequest({
    name: 'cache',
    namespace: 'payments',
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"a":"hush"}',
    },
    spec: {
      size: 'small',
      password: 'hush',
      passwords: { admin: 'hush' },
      tokens: ['hush'],
      env,
      dsn: 'postgres://app:hush@db/orders',
    },
    steps: [aStep('configure', 'Failed', { message: leaky })],
    conditions: [
      aCondition('Reconciled', 'False', 'Failed', { message: leaky }),
    ],
    status: {
      message: leaky,
      connection: 'redis://:hush@cache:6379',
      adminToken: 'hush',
      users: [{ name: 'root', password: 'hush' }],
      env,
    },
  }),
  aJob({ namespace: 'payments', labels, state: 'failed', spec: { env } }),
  aWork({
    namespace: 'payments',
    labels,
    spec: {
      promiseName: 'redis',
      resourceName: 'cache',
      workloadGroups: [
        {
          id: '1',
          workloads: [{ filepath: 'secret.yaml', content: 'hush' }],
        },
      ],
    },
  }),
  aPlacement({
    namespace: 'payments',
    labels,
    spec: { workloads: [{ filepath: 'secret.yaml', content: 'hush' }] },
    written: aCondition('WriteSucceeded', 'False', 'WorkloadsFailedWrite', {
      message: leaky,
    }),
  }),
  aHealthRecord(
    'unhealthy',
    {
      resourceRef: { name: 'cache', namespace: 'payments' },
      details: { password: 'hush', error: leaky },
    },
    { namespace: 'payments' },
  ),
  anObject('Event', { name: 'e', namespace: 'payments' }, 'v1'),
];

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal({
    platforms: fakePlatforms({ platforms: [{ objects: world() }] }),
  });
});

it.each([
  ['/platforms'],
  ['/promises'],
  ['/promises/eu/redis'],
  ['/promises/eu/redis/installation'],
  ['/promises/eu/redis/uninstall'],
  ['/requests'],
  ['/destinations'],
  ['/destinations/eu/worker-1'],
  [pathOf('cache')],
  [`${pathOf('cache')}/related`],
  [`${pathOf('cache')}/manifest`],
  [`${pathOf('cache')}/object`],
])('%s holds no secret', async path => {
  const { status, text } = await portal.call('get', path);
  expect(status).toBe(200);
  expect(text).not.toContain('hush');
});

it('a write answers with none, and the audit holds none', async () => {
  const patch = [{ op: 'add', path: '/spec/password', value: 'hush-hush' }];
  const answers = [
    await portal.call('patch', pathOf('cache')).send({ generation: 1, patch }),
    await portal.call('patch', pathOf('cache')).send({ generation: 7, patch }),
    await portal.call('patch', pathOf('cache')).send({
      generation: 1,
      patch: [{ op: 'hush', path: '/spec/password', value: 'hush' }],
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 409, 400]);
  expect(answers.map(({ text }) => text).join()).not.toContain('hush');
  expect(portal.audits).toHaveLength(3);
  expect(JSON.stringify(portal.audits)).not.toContain('hush');
});
