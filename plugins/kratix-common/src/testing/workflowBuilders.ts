import type { KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import {
  aCondition,
  anObject,
  builtAt,
  type ObjectParts,
} from './objectBuilders';

/** One entry of `pipelines[]`. @public */
export function aStep(
  name: string,
  phase: string,
  more: Record<string, unknown> = {},
) {
  return { name, phase, lastTransitionTime: builtAt, ...more };
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
