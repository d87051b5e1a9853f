import type { KubeObject } from '../kube';
import { kratixLabels, kratixSystemNamespace } from '../kratixNames';
import { aCondition, anObject, type ObjectParts } from './objectBuilders';

/** The id of the root workload group: the MD5 of `.`. @public */
export const rootGroup = '5058f1af8388633f609cadb75a75dc9d';

/** The Work of request `cache`, scheduled unless told otherwise. @public */
export function aWork(
  parts: ObjectParts & {
    selectors?: Record<string, string>;
    scheduled?: ReturnType<typeof aCondition>;
  } = {},
): KubeObject {
  const {
    selectors = { environment: 'dev' },
    scheduled = aCondition(
      'ScheduleSucceeded',
      'True',
      'AllWorkplacementsScheduled',
    ),
    ...rest
  } = parts;
  return anObject('Work', {
    name: 'redis-cache-configure-1a2b3',
    namespace: 'team-a',
    ...rest,
    labels: {
      [kratixLabels.promiseName]: 'redis',
      [kratixLabels.resourceName]: 'cache',
      [kratixLabels.workType]: 'resource',
      [kratixLabels.pipelineName]: 'configure',
      ...rest.labels,
    },
    spec: {
      promiseName: 'redis',
      resourceName: 'cache',
      workloadGroups: [
        {
          id: rootGroup,
          directory: '.',
          destinationSelectors: [{ matchLabels: selectors, source: 'promise' }],
          workloads: [{ filepath: 'cache.yaml', content: '' }],
        },
      ],
      ...rest.spec,
    },
    status: { conditions: [scheduled], ...rest.status },
  });
}

/** The WorkPlacement of {@link aWork} on `worker-1`, written unless told otherwise. @public */
export function aPlacement(
  parts: ObjectParts & {
    work?: string;
    destination?: string;
    /** `null`: no word about a write yet. */
    written?: ReturnType<typeof aCondition> | null;
    conditions?: ReturnType<typeof aCondition>[];
  } = {},
): KubeObject {
  const {
    work = 'redis-cache-configure-1a2b3',
    destination = 'worker-1',
    written = aCondition('WriteSucceeded', 'True'),
    conditions = [],
    ...rest
  } = parts;
  return anObject('WorkPlacement', {
    name: `${work}.${destination}-5058f`,
    namespace: 'team-a',
    ...rest,
    labels: {
      [kratixLabels.work]: work,
      [kratixLabels.targetDestination]: destination,
      [kratixLabels.pipelineName]: 'configure',
      ...rest.labels,
    },
    spec: {
      targetDestinationName: destination,
      promiseName: 'redis',
      resourceName: 'cache',
      id: rootGroup,
      generation: 1,
      workloads: [{ filepath: 'cache.yaml', content: '' }],
      ...rest.spec,
    },
    status: {
      conditions: [...conditions, ...(written ? [written] : [])],
      ...rest.status,
    },
  });
}

/** A ready Destination on store `default`. @public */
export function aDestination(
  parts: ObjectParts & { ready?: ReturnType<typeof aCondition> | null } = {},
): KubeObject {
  const {
    ready = aCondition('Ready', 'True', 'TestDocumentsWritten'),
    ...rest
  } = parts;
  const name = rest.name ?? 'worker-1';
  return anObject('Destination', {
    name,
    labels: { environment: 'dev' },
    ...rest,
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
      filepath: { mode: 'nestedByMetadata' },
      ...rest.spec,
    },
    status: { ...(ready && { conditions: [ready] }), ...rest.status },
  });
}

/** @public */
export function aStore(
  parts: ObjectParts & { ready?: ReturnType<typeof aCondition> } = {},
): KubeObject {
  const { ready = aCondition('Ready', 'True', 'StateStoreReady'), ...rest } =
    parts;
  return anObject('BucketStateStore', {
    name: 'default',
    ...rest,
    status: { conditions: [ready], ...rest.status },
  });
}

/** A HealthRecord about request `cache`. @public */
export function aHealthRecord(
  state: string,
  data: Record<string, unknown> = {},
  parts: ObjectParts = {},
): KubeObject {
  return {
    ...anObject('HealthRecord', {
      name: `cache-${state}`,
      namespace: kratixSystemNamespace,
      ...parts,
    }),
    data: {
      promiseRef: { name: 'redis' },
      resourceRef: { name: 'cache', namespace: 'team-a' },
      state,
      ...data,
    },
  };
}
