import type { KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

/** Parts of an object that a test cares about; the rest is filled in. @public */
export interface ObjectParts {
  name?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  generation?: number;
  createdAt?: string;
  deletedAt?: string;
  finalizers?: string[];
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

/** The time at which objects of the builders come into being. @public */
export const builtAt = '2026-03-01T12:00:00Z';

/** Any object; what is given goes in as it is. @public */
export function anObject(
  kind: string,
  parts: ObjectParts = {},
  apiVersion = 'platform.kratix.io/v1alpha1',
): KubeObject {
  const { name = 'thing', namespace, createdAt = builtAt } = parts;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      uid: `uid-${kind}-${namespace ?? ''}-${name}`,
      resourceVersion: '1',
      generation: parts.generation ?? 1,
      creationTimestamp: createdAt,
      ...(parts.deletedAt && { deletionTimestamp: parts.deletedAt }),
      ...(parts.labels && { labels: parts.labels }),
      ...(parts.annotations && { annotations: parts.annotations }),
      ...(parts.finalizers && { finalizers: parts.finalizers }),
    },
    ...(parts.spec && { spec: parts.spec }),
    ...(parts.status && { status: parts.status }),
  };
}

/** @public */
export function aCondition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  reason = '',
  more: { message?: string; at?: string } = {},
) {
  const { message = '', at = builtAt } = more;
  return { type, status, reason, message, lastTransitionTime: at };
}

/** One entry of `pipelines[]`. @public */
export function aStep(
  name: string,
  phase: string,
  more: Record<string, unknown> = {},
) {
  return { name, phase, lastTransitionTime: builtAt, ...more };
}

/**
 * A request of Promise `redis` that Kratix has taken up, named `cache` in
 * `team-a`; its status lists `steps`.
 *
 * @public
 */
export function aRequest(
  parts: ObjectParts & {
    steps?: ReturnType<typeof aStep>[];
    conditions?: ReturnType<typeof aCondition>[];
  } = {},
): KubeObject {
  const { steps, conditions, status, ...rest } = parts;
  return anObject(
    'Redis',
    {
      name: 'cache',
      namespace: 'team-a',
      labels: { [kratixLabels.promiseName]: 'redis' },
      spec: { size: 'small' },
      ...rest,
      status: {
        ...(conditions && { conditions }),
        ...(steps && { kratix: { workflows: { pipelines: steps } } }),
        ...status,
      },
    },
    'demo.kratix-portal.io/v1',
  );
}

/** A request at rest: its one step is through, version v1.0.0 applied. @public */
export function aReadyRequest(
  parts: Parameters<typeof aRequest>[0] = {},
): KubeObject {
  return aRequest({
    steps: [aStep('configure', 'Succeeded')],
    conditions: [
      aCondition('ConfigureWorkflowCompleted', 'True'),
      aCondition('Reconciled', 'True', 'Reconciled'),
    ],
    ...parts,
    status: {
      observedGeneration: parts.generation ?? 1,
      promiseVersion: 'v1.0.0',
      ...parts.status,
    },
  });
}

/** Promise `redis` v1.0.0, Available, with one step for each request. @public */
export function aPromise(
  parts: ObjectParts & { steps?: string[] } = {},
): KubeObject {
  const { steps = ['configure'], spec, status, ...rest } = parts;
  const name = rest.name ?? 'redis';
  return anObject('Promise', {
    name,
    labels: { [kratixLabels.promiseVersion]: 'v1.0.0' },
    ...rest,
    spec: {
      api: aCrd(name),
      workflows: {
        resource: {
          configure: steps.map(step => ({
            kind: 'Pipeline',
            metadata: { name: step },
          })),
        },
      },
      ...spec,
    },
    status: {
      status: 'Available',
      version: 'v1.0.0',
      kratix: { status: 'Available', version: 'v1.0.0' },
      conditions: [aCondition('Available', 'True', 'PromiseAvailable')],
      ...status,
    },
  });
}

/** The CRD of a Promise of that name. @public */
export function aCrd(promise = 'redis'): KubeObject {
  const plural = `${promise}s`;
  const group = 'demo.kratix-portal.io';
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${group}`,
      labels: { [kratixLabels.promiseName]: promise },
    },
    spec: {
      group,
      scope: 'Namespaced',
      names: {
        kind: promise.charAt(0).toUpperCase() + promise.slice(1),
        plural,
        singular: promise,
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
                  properties: { size: { type: 'string' } },
                },
              },
            },
          },
        },
      ],
    },
  };
}

/** @public */
export function aRevision(
  version = 'v1.0.0',
  parts: ObjectParts & { latest?: boolean; promise?: string } = {},
): KubeObject {
  const { latest = false, promise = 'redis', ...rest } = parts;
  return anObject('PromiseRevision', {
    name: `${promise}-${version}`,
    ...rest,
    labels: {
      [kratixLabels.promiseName]: promise,
      ...(latest && { [kratixLabels.latestRevision]: 'true' }),
      ...rest.labels,
    },
    spec: { promiseRef: { name: promise }, version, ...rest.spec },
    status: { ...(latest && { latest: true }), ...rest.status },
  });
}

/** The binding of request `cache`. @public */
export function aBinding(
  version = 'latest',
  parts: ObjectParts & {
    applied?: string;
    failed?: string;
    upgrade?: ReturnType<typeof aCondition>;
  } = {},
): KubeObject {
  const { applied, failed, upgrade, ...rest } = parts;
  return anObject('ResourceBinding', {
    name: 'cache-redis-1a2b3',
    namespace: 'team-a',
    labels: {
      [kratixLabels.promiseName]: 'redis',
      [kratixLabels.resourceName]: 'cache',
    },
    ...rest,
    spec: {
      version,
      promiseRef: { name: 'redis' },
      resourceRef: { name: 'cache', namespace: 'team-a' },
    },
    status: {
      ...(applied && { lastAppliedVersion: applied }),
      ...(failed && { failedVersion: failed }),
      ...(upgrade && { conditions: [upgrade] }),
    },
  });
}

/** A Job of step `configure` of request `cache`. @public */
export function aJob(
  parts: ObjectParts & {
    step?: string;
    action?: 'configure' | 'delete';
    state?: 'active' | 'complete' | 'failed' | 'suspended';
    hash?: string;
    containers?: string[];
  } = {},
): KubeObject {
  const {
    step = 'configure',
    action = 'configure',
    state = 'active',
    hash = 'h1',
    containers = ['work'],
    ...rest
  } = parts;
  const at = rest.createdAt ?? builtAt;
  const ends = {
    active: { active: 1 },
    complete: {
      succeeded: 1,
      completionTime: at,
      conditions: [aCondition('Complete', 'True', '', { at })],
    },
    failed: {
      failed: 1,
      conditions: [aCondition('Failed', 'True', '', { at })],
    },
    suspended: { conditions: [aCondition('Suspended', 'True', '', { at })] },
  };
  const image = (name: string) => ({ name, image: `example.org/${name}:v1` });
  return anObject(
    'Job',
    {
      name: `kratix-redis-cache-${step}-${at}`,
      namespace: 'team-a',
      ...rest,
      labels: {
        [kratixLabels.managedBy]: 'Kratix',
        [kratixLabels.promiseName]: 'redis',
        [kratixLabels.resourceName]: 'cache',
        [kratixLabels.workflowType]: 'resource',
        [kratixLabels.workflowAction]: action,
        [kratixLabels.pipelineName]: step,
        [kratixLabels.hash]: hash,
        ...rest.labels,
      },
      spec: {
        template: {
          spec: {
            initContainers: [
              image('reader'),
              ...containers.map(image),
              image('work-writer'),
            ],
            containers: [image('status-writer')],
          },
        },
        ...rest.spec,
      },
      status: { startTime: at, ...ends[state], ...rest.status },
    },
    'batch/v1',
  );
}

/** The Pod of a Job. @public */
export function aPod(job: KubeObject, status: Record<string, unknown>) {
  return anObject(
    'Pod',
    {
      name: `${job.metadata.name}-x1`,
      namespace: job.metadata.namespace,
      labels: { 'batch.kubernetes.io/job-name': job.metadata.name },
      status,
    },
    'v1',
  );
}
