import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { randomUUID } from 'node:crypto';
import { SimulationClock, type Simulator } from '../simulator';
import { kratixApiVersion, kratixGroup } from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { Store } from '../store';

const requestSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'string', enum: ['small', 'large'], default: 'small' },
        replicas: { type: 'integer', minimum: 1, default: 1 },
      },
    },
  },
};

/** @public */
export interface ManyOptions {
  /** Default: 1000. */
  requests?: number;
  /** Promises that they are requests of. Default: 50. */
  promises?: number;
  /** Namespaces that they lie in. Default: 20. */
  namespaces?: number;
  /** Ended Jobs a request. Default: 5. */
  jobs?: number;
}

interface Model {
  request: KubeObject;
  binding: KubeObject;
  work: KubeObject;
  placement: KubeObject;
  job: KubeObject;
}

const kindOf = (promise: string) =>
  `Service${promise.slice(promise.lastIndexOf('-') + 1)}`;
const pluralOf = (promise: string) => `${kindOf(promise).toLowerCase()}s`;
const group = 'many.example.io';

const requestOf = (promise: string, name: string, namespace: string) => ({
  apiVersion: `${group}/v1`,
  kind: kindOf(promise),
  metadata: { name, namespace },
  spec: { size: 'small' },
});

const template = 'model';
const settleMs = 30_000;

/**
 * Fills a platform with requests that are done, quickly: Kratix serves one of
 * each Promise, the others are put beside it as its likeness.
 *
 * @public
 */
export function seedMany(simulator: Simulator, options: ManyOptions = {}) {
  const { requests = 1000, promises = 50, namespaces = 20, jobs = 5 } = options;
  const { store, clock } = simulator;
  if (!(clock instanceof SimulationClock)) {
    throw new Error('A platform can be filled only before its clock runs');
  }
  const spaces = Array.from({ length: namespaces }, (_, i) => `team-${i + 1}`);
  spaces.forEach(name =>
    store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
  );
  destination(store);
  const names = Array.from({ length: promises }, (_, i) => `service-${i + 1}`);
  names.forEach(name => store.create(promiseNamed(name)));
  clock.advance(settleMs);
  names.forEach(name => store.create(requestOf(name, template, spaces[0])));
  clock.advance(settleMs);
  const models = names.map(name => modelOf(store, name, spaces[0]));
  simulator.quietly(() => {
    for (let index = 0; index < requests - promises; index += 1) {
      const model = models[index % models.length];
      const namespace = spaces[index % spaces.length];
      likenesses(model, `instance-${index + 1}`, namespace, jobs).forEach(one =>
        store.put(one),
      );
    }
  });
}

function destination(store: Store) {
  store.create({
    apiVersion: kratixApiVersion,
    kind: 'BucketStateStore',
    metadata: { name: 'default' },
    spec: {
      bucketName: 'kratix',
      endpoint: 's3.example.io',
      authMethod: 'IAM',
    },
  });
  store.create({
    apiVersion: kratixApiVersion,
    kind: 'Destination',
    metadata: { name: 'worker-1', labels: { environment: 'dev' } },
    spec: {
      path: 'worker-1',
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
    },
  });
}

function promiseNamed(name: string): KubeObject {
  const kind = kindOf(name);
  return {
    apiVersion: kratixApiVersion,
    kind: 'Promise',
    metadata: {
      name,
      labels: { [label.promiseVersion]: 'v1.0.0' },
      annotations: {
        'kratix-portal.io/title': name.replace('s', 'S').replace('-', ' '),
        'kratix-portal.io/category': 'services',
      },
    },
    spec: {
      destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${pluralOf(name)}.${group}` },
        spec: {
          group,
          scope: 'Namespaced',
          names: { kind, plural: pluralOf(name), singular: kind.toLowerCase() },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: requestSchema },
            },
          ],
        },
      },
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: kratixApiVersion,
              kind: 'Pipeline',
              metadata: { name: 'instance' },
              spec: {
                containers: [
                  { name: 'render', image: 'ghcr.io/example/render:1.0.0' },
                ],
              },
            },
          ],
        },
      },
    },
  };
}

function modelOf(store: Store, promise: string, namespace: string): Model {
  const labels = { [label.promiseName]: promise };
  const first = (of: string, plural: string) =>
    store.list(of, plural, { namespace, labels })[0];
  const request = store.get(group, pluralOf(promise), template, namespace);
  const work = first(kratixGroup, 'works');
  const binding = first(kratixGroup, 'resourcebindings');
  const job = first('batch', 'jobs');
  const placement = work
    ? store.list(kratixGroup, 'workplacements', {
        namespace,
        labels: { [label.work]: work.metadata.name },
      })[0]
    : undefined;
  if (!request || !work || !binding || !job || !placement) {
    throw new Error(`Promise ${promise} did not serve its first request`);
  }
  return { request, work, binding, job, placement };
}

/** What Kratix would have made of another request of the kind. */
function likenesses(
  { request, binding, work, placement, job }: Model,
  name: string,
  namespace: string,
  jobs: number,
): KubeObject[] {
  const uid = randomUUID();
  const workUid = randomUUID();
  const promise = request.metadata.labels?.[label.promiseName] ?? '';
  const renamed = (of: KubeObject, to: string, other = {}): KubeObject => ({
    ...of,
    metadata: {
      ...of.metadata,
      name: to,
      namespace,
      uid: randomUUID(),
      ...(of.metadata.labels?.[label.resourceName] && {
        labels: { ...of.metadata.labels, [label.resourceName]: name },
      }),
      ...other,
    },
  });
  const workName = `${promise}-${name}-instance-0a1b2`;
  const owner = {
    apiVersion: request.apiVersion ?? '',
    kind: request.kind ?? '',
    name,
    uid,
  };
  const history = Array.from({ length: jobs }, (_, index) =>
    renamed(job, `kratix-${promise}-${name}-instance-${10000 + index}`, {
      ownerReferences: [owner],
      annotations: {
        ...job.metadata.annotations,
        'kratix.io/job-resource-name': name,
        'kratix.io/job-resource-namespace': namespace,
      },
    }),
  );
  return [
    renamed(request, name, { uid }),
    {
      ...renamed(binding, `${name}-${promise}-0a1b2`),
      spec: {
        ...(binding.spec as object),
        resourceRef: { name, namespace },
      },
    },
    {
      ...renamed(work, workName, { uid: workUid }),
      spec: { ...(work.spec as object), resourceName: name },
    },
    {
      ...renamed(placement, `${workName}.worker-1-5058f`, {
        labels: { ...placement.metadata.labels, [label.work]: workName },
        ownerReferences: [
          {
            ...placement.metadata.ownerReferences?.[0],
            name: workName,
            uid: workUid,
          },
        ],
      }),
      spec: { ...(placement.spec as object), resourceName: name },
    },
    ...history,
  ];
}
