import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

const kratix = 'platform.kratix.io/v1alpha1';

/** A Promise of Caches, whose API has one field. */
export function aPromise(
  name = 'cache',
  options: { plural?: string; versions?: string[]; api?: unknown } = {},
): KubeObject {
  const { plural = `${name}s`, versions = ['v1'] } = options;
  return {
    apiVersion: kratix,
    kind: 'Promise',
    metadata: { name },
    spec: { api: options.api ?? aDefinition(name, { plural, versions }) },
  };
}

/** The CRD of {@link aPromise}; the last version is the storage one. */
export function aDefinition(
  name = 'cache',
  options: { plural?: string; versions?: string[]; group?: string } = {},
): KubeObject {
  const {
    plural = `${name}s`,
    versions = ['v1'],
    group = 'example.org',
  } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      labels: { 'kratix.io/promise-name': name },
    },
    spec: {
      group,
      scope: 'Namespaced',
      names: {
        plural,
        singular: name,
        kind: name[0].toLocaleUpperCase('en-US') + name.slice(1),
        listKind: `${name}list`,
      },
      versions: versions.map((version, index) => ({
        name: version,
        served: true,
        storage: index === versions.length - 1,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  size: { type: 'string' },
                  count: { type: 'integer' },
                  counts: { type: 'array', items: { type: 'integer' } },
                },
              },
              status: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        },
      })),
    },
  };
}

export function aRequest(
  name = 'orders',
  options: { namespace?: string; labels?: Record<string, string> } = {},
): KubeObject {
  const { namespace = 'team-a', labels } = options;
  return {
    apiVersion: 'example.org/v1',
    kind: 'Cache',
    metadata: { name, namespace, ...(labels ? { labels } : {}) },
    spec: { size: 'small' },
  };
}

const ofOrders = {
  'kratix.io/promise-name': 'cache',
  'kratix.io/resource-name': 'orders',
};

export function aWork(name = 'cache-orders-x1y2z'): KubeObject {
  return {
    apiVersion: kratix,
    kind: 'Work',
    metadata: {
      name,
      namespace: 'team-a',
      labels: { ...ofOrders, 'kratix.io/work-type': 'resource' },
    },
    spec: {
      promiseName: 'cache',
      resourceName: 'orders',
      workloadGroups: [
        {
          id: '5058f1af8388633f609cadb75a75dc9d',
          directory: '.',
          workloads: [{ filepath: 'redis.yaml', content: 'c2VjcmV0' }],
        },
      ],
    },
  };
}

/** A Job of the request {@link aRequest}. */
export function aJob(name = 'kratix-cache-orders-x1y2z'): KubeObject {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      namespace: 'team-a',
      labels: {
        ...ofOrders,
        'app.kubernetes.io/managed-by': 'Kratix',
        'kratix.io/workflow-type': 'resource',
      },
    },
    spec: { template: { spec: { containers: [] } } },
  };
}

export function aDestination(name = 'worker-1'): KubeObject {
  return {
    apiVersion: kratix,
    kind: 'Destination',
    metadata: { name, labels: { environment: 'dev' } },
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
    },
  };
}

export function aNamespace(name = 'team-a'): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

/** The ref of {@link aRequest} on the platform of the tests. */
export function refOf(name = 'orders', namespace = 'team-a') {
  return { platform: 'eu', crd: 'caches.example.org', namespace, name };
}
