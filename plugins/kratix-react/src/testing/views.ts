import type {
  DestinationDetail,
  DestinationView,
  Freshness,
  PlatformView,
  PromiseDetail,
  PromiseView,
  RequestDetail,
  RequestTrace,
  RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestinationDescription,
  aPlatformDescription,
  aPromiseDescription,
  aRequestDescription,
} from './descriptions';

/** @public */
export function aFreshness(given: Partial<Freshness> = {}): Freshness {
  return {
    platform: 'eu-dev',
    title: 'EU development',
    label: 'connected',
    asOf: '2026-03-02T09:10:00Z',
    ...given,
  };
}

/** @public */
export function aRequestView(given: Partial<RequestView> = {}): RequestView {
  const name = given.name ?? 'orders-db';
  const namespace = given.namespace ?? 'payments';
  return {
    platform: 'eu-dev',
    crd: 'postgresqls.data.example.com',
    namespace,
    name,
    promise: 'postgresql',
    promiseTitle: 'PostgreSQL',
    kind: 'PostgreSQL',
    owner: 'group:default/payments',
    requester: 'user:default/guest',
    createdAt: '2026-03-01T09:00:00Z',
    changedAt: '2026-03-02T09:00:00Z',
    description: aRequestDescription(),
    columns: {},
    entityRef: `resource:default/eu-dev.${namespace}.postgresql.${name}`,
    ...given,
  };
}

/** @public */
export function aRequestDetail(
  given: Partial<RequestDetail> = {},
): RequestDetail {
  return {
    ...aRequestView(given),
    freshness: aFreshness(),
    generation: 1,
    observedGeneration: 1,
    outputs: [
      {
        path: 'url',
        title: 'Url',
        kind: 'url',
        value: 'https://orders.example.com',
      },
      {
        path: 'secretRef',
        title: 'Credentials',
        kind: 'secret',
        secret: { namespace: 'payments', name: 'orders-db-creds' },
      },
      { path: 'adminPassword', title: 'Admin password', kind: 'hidden' },
    ],
    settings: [
      { path: 'spec.size', title: 'Size', value: 'large', isDefault: false },
      { path: 'spec.replicas', title: 'Replicas', value: '1', isDefault: true },
    ],
    runsOn: [{ destination: 'worker-1', write: 'written', files: 3 }],
    allowed: { update: true, delete: true },
    ...given,
  };
}

/** @public */
export function aRequestTrace(given: Partial<RequestTrace> = {}): RequestTrace {
  return {
    runs: [
      {
        id: 'run-1',
        action: 'configure',
        startedAt: '2026-03-02T09:00:00Z',
        specChanged: false,
        steps: [
          {
            name: 'create-db',
            phase: 'succeeded',
            action: 'configure',
            startedAt: '2026-03-02T09:00:00Z',
            endedAt: '2026-03-02T09:00:40Z',
            containers: [
              {
                name: 'main',
                image: 'registry.example.com/db:1',
                own: false,
                state: 'succeeded',
              },
              {
                name: 'work-writer',
                image: 'registry.example.com/kratix:1',
                own: true,
                state: 'succeeded',
              },
            ],
          },
        ],
      },
    ],
    placements: [
      {
        work: 'postgresql-orders-db-1',
        group: 'default',
        directory: '.',
        selectors: [{ labels: { env: 'dev' }, source: 'promise' }],
        destination: { name: 'worker-1' },
        storePath: 'worker-1/resources/payments/postgresql',
        write: 'written',
        files: ['database.yaml'],
      },
    ],
    placementsVisible: true,
    parents: [],
    children: [],
    ...given,
  };
}

/** @public */
export function aPromiseView(given: Partial<PromiseView> = {}): PromiseView {
  const name = given.name ?? 'postgresql';
  return {
    platform: 'eu-dev',
    name,
    title: 'PostgreSQL',
    summary: 'A relational database.',
    category: 'data',
    version: 'v1.2.0',
    owner: 'group:default/data',
    description: aPromiseDescription(),
    api: {
      crd: 'postgresqls.data.example.com',
      group: 'data.example.com',
      version: 'v1',
      kind: 'PostgreSQL',
      plural: 'postgresqls',
    },
    counts: { requests: 3, attention: 1, inProgress: 1, ready: 1, outdated: 0 },
    requiredBy: [],
    apiHash: 'a1',
    reportsHealth: true,
    entityRef: `component:default/eu-dev.${name}`,
    templateRef: `template:default/eu-dev.${name}`,
    ...given,
  };
}

/** @public */
export function aPromiseDetail(
  given: Partial<PromiseDetail> = {},
): PromiseDetail {
  return {
    ...aPromiseView(given),
    freshness: aFreshness(),
    docs: 'A database of your **own**.',
    fields: [
      {
        path: 'spec.size',
        type: 'string',
        required: true,
        allowed: ['small', 'large'],
        immutable: false,
        description: 'How big it is.',
      },
      {
        path: 'spec.engine',
        type: 'string',
        required: false,
        default: '16',
        immutable: true,
      },
    ],
    outputs: [],
    examples: {
      minimal: 'kind: PostgreSQL',
      full: 'kind: PostgreSQL\nspec: {}',
    },
    destinationSelectors: [{ env: 'dev' }],
    matchingDestinations: ['worker-1'],
    destinationCount: 3,
    clashesWith: [],
    paused: false,
    ...given,
  };
}

/** @public */
export function aDestinationView(
  given: Partial<DestinationView> = {},
): DestinationView {
  const name = given.name ?? 'worker-1';
  return {
    platform: 'eu-dev',
    name,
    labels: { env: 'dev' },
    strict: false,
    previewOnly: false,
    description: aDestinationDescription(),
    store: {
      kind: 'BucketStateStore',
      name: 'default',
      location: 'https://s3.example.com/kratix',
      path: name,
      authMethod: 'accessKey',
    },
    counts: { placements: 4, failing: 0 },
    lastWrite: '2026-03-02T09:00:00Z',
    checkedAt: '2026-03-02T09:05:00Z',
    entityRef: `resource:default/eu-dev.${name}`,
    ...given,
  };
}

/** @public */
export function aDestinationDetail(
  given: Partial<DestinationDetail> = {},
): DestinationDetail {
  return {
    ...aDestinationView(given),
    freshness: aFreshness(),
    placements: [
      {
        work: 'postgresql-orders-db-1',
        promise: 'postgresql',
        request: 'eu-dev/postgresqls.data.example.com/payments/orders-db',
        write: 'written',
        versionId: 'e67e72',
      },
    ],
    placementCount: 1,
    matchingPromises: ['postgresql'],
    ...given,
  };
}

/** @public */
export function aPlatformView(given: Partial<PlatformView> = {}): PlatformView {
  const id = given.id ?? 'eu-dev';
  const title = given.title ?? 'EU development';
  return {
    id,
    title,
    sandbox: true,
    identity: 'serviceAccount',
    description: aPlatformDescription(),
    freshness: aFreshness({ platform: id, title }),
    apiServerVersion: 'v1.34.1',
    counts: { promises: 6, requests: 40, destinations: 5, attention: 4 },
    delayMs: 12,
    features: [
      {
        id: 'revisions',
        state: 'found',
        crd: 'promiserevisions.platform.kratix.io',
      },
      { id: 'dry-run', state: 'off', crd: 'dryruns.platform.kratix.io' },
    ],
    kinds: [
      {
        group: 'platform.kratix.io',
        plural: 'promises',
        kind: 'Promise',
        state: 'watching',
        count: 6,
        rights: {
          list: 'granted',
          watch: 'granted',
          get: 'granted',
          create: 'granted',
          patch: 'granted',
          delete: 'granted',
        },
      },
      {
        group: 'platform.kratix.io',
        plural: 'healthrecords',
        kind: 'HealthRecord',
        state: 'forbidden',
        count: 0,
        rights: { list: 'missing', watch: 'missing' },
      },
    ],
    rights: { askedAt: '2026-03-02T09:00:00Z', failed: false },
    entityRef: `resource:default/kratix-${id}`,
    ...given,
  };
}
