import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { createStore } from './createStore';
import { KubeStatusError } from './kubeStatusError';
import type { Store, StoreChange } from './types';

/** Runs what is scheduled only when told to. @internal */
export function manualTimer() {
  const tasks: (() => void)[] = [];
  return {
    schedule: (_delayMs: number, task: () => void) => tasks.push(task),
    runAll() {
      for (let task = tasks.shift(); task; task = tasks.shift()) task();
    },
  };
}

/** @internal */
export const databaseDefinition: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'databases.demo.example.org' },
  spec: {
    group: 'demo.example.org',
    scope: 'Namespaced',
    names: { plural: 'databases', kind: 'Database' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['owner'],
                properties: {
                  owner: { type: 'string', minLength: 3 },
                  size: {
                    type: 'string',
                    enum: ['small', 'large'],
                    default: 'small',
                  },
                  replicas: { type: 'integer', minimum: 1, maximum: 5 },
                  free: {
                    type: 'object',
                    'x-kubernetes-preserve-unknown-fields': true,
                  },
                },
              },
              status: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        },
      },
    ],
  },
};

/** A store that knows Databases, and all that changes in it from then on. @internal */
export function aDatabaseStore(
  schedule: ReturnType<typeof manualTimer>['schedule'],
) {
  const store = createStore({
    schedule,
    now: () => new Date('2026-01-02T03:04:05.678Z'),
  });
  store.create(databaseDefinition);
  const changes: StoreChange[] = [];
  store.onChange(change => changes.push(change));
  return { store, changes };
}

/** @internal */
export function aDatabase(
  name: string,
  spec: object = { owner: 'orders' },
): KubeObject {
  return {
    apiVersion: 'demo.example.org/v1',
    kind: 'Database',
    metadata: { name, namespace: 'default' },
    spec,
  };
}

/** @internal */
export function aConfigMap(name: string, namespace = 'default'): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: { key: 'value' },
  };
}

/** @internal */
export function refusal(write: () => unknown) {
  try {
    write();
  } catch (error) {
    if (error instanceof KubeStatusError) return error.status;
    throw error;
  }
  throw new Error('was not refused');
}

/** @internal */
export const getDatabase = (store: Store, name: string) =>
  store.get('demo.example.org', 'databases', name, 'default');
