import type {
  KubeCondition,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixDefinitions } from '../../crds';
import { createStore, groupOf, type Store } from '../../store';
import { SimulationClock, startSimulator, type SimulatorOptions } from '..';

export const aPipeline = (name: string, containers: string[]) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name },
  spec: {
    containers: containers.map(one => ({
      name: one,
      image: `registry.example.org/${one}:v1`,
    })),
  },
});

/** A simulated Kratix in virtual time, with one Destination for dev. */
export interface Simulation {
  store: Store;
  clock: SimulationClock;
  /** What went wrong in controllers. */
  errors: string[];
  /** Lets so many seconds pass. */
  pass(seconds: number): void;
  /** The object as it is now. */
  now(object: KubeObject): KubeObject | undefined;
  /** The same, with a status to look into. */
  statusOf(object: KubeObject): Record<string, unknown>;
  /** What a container has said, and whether it is over. */
  logOf(
    pod: KubeObject,
    container: string,
  ): { lines: string[]; ended: boolean };
  /** `status/reason` of a condition. */
  condition(object: KubeObject, type: string): string | undefined;
}

export function aDestination(
  name: string,
  labels: Record<string, string>,
  other: { annotations?: Record<string, string>; spec?: object } = {},
): KubeObject {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name, labels, annotations: other.annotations },
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
      ...other.spec,
    },
  };
}

export function aSimulation(options: SimulatorOptions = {}): Simulation {
  const clock = new SimulationClock(new Date('2026-03-01T08:00:00Z'));
  const store = createStore({
    now: () => clock.now(),
    schedule: (ms, task) => void clock.schedule(ms, task),
  });
  kratixDefinitions().forEach(one => store.create(one));
  const errors: string[] = [];
  const { logs } = startSimulator(store, clock, {
    onError: (controller, key, error) =>
      errors.push(`${controller} ${key}: ${error}`),
    ...options,
  });
  store.create({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'BucketStateStore',
    metadata: { name: 'default' },
    spec: {
      bucketName: 'kratix',
      endpoint: 's3.example.io',
      authMethod: 'IAM',
    },
  });
  store.create(aDestination('worker-1', { environment: 'dev' }));
  clock.advance(1000);
  const now = ({ apiVersion, kind = '', metadata }: KubeObject) =>
    store.get(groupOf(apiVersion), kind, metadata.name, metadata.namespace);
  const statusOf = (object: KubeObject) =>
    (now(object)?.status ?? {}) as Record<string, unknown>;
  return {
    store,
    clock,
    errors,
    pass: seconds => clock.advance(seconds * 1000),
    now,
    statusOf,
    logOf(pod, container) {
      let ended = false;
      const end = () => {
        ended = true;
      };
      const stop = logs.follow?.(pod, container, { line: () => {}, end });
      stop?.();
      const lines = logs.lines(pod, container) ?? [];
      return { lines: lines.map(one => one.text), ended };
    },
    condition(object, type) {
      const conditions = (statusOf(object).conditions ?? []) as KubeCondition[];
      const found = conditions.find(one => one.type === type);
      return found && `${found.status}/${found.reason}`;
    },
  };
}

/** A small Promise with one pipeline. */
export function aPromise(
  other: { version?: string; spec?: Record<string, unknown> } = {},
): KubeObject {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'database',
      labels: { 'kratix.io/promise-version': other.version ?? 'v1.0.0' },
    },
    spec: {
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'databases.demo.example.org' },
        spec: {
          group: 'demo.example.org',
          scope: 'Namespaced',
          names: {
            kind: 'Database',
            plural: 'databases',
            singular: 'database',
          },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  properties: {
                    spec: {
                      type: 'object',
                      properties: {
                        size: { type: 'string', default: 'small' },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      },
      workflows: {
        resource: {
          configure: [aPipeline('instance', ['check', 'render'])],
        },
      },
      ...other.spec,
    },
  };
}

/** A request of `aPromise`. */
export const aRequest = (
  other: { name?: string; annotations?: Record<string, string> } = {},
): KubeObject => ({
  apiVersion: 'demo.example.org/v1',
  kind: 'Database',
  metadata: {
    name: other.name ?? 'orders',
    namespace: 'default',
    annotations: other.annotations,
  },
  spec: { size: 'small' },
});
