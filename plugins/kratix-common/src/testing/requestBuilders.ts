import type { KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { aCondition, anObject, type ObjectParts } from './objectBuilders';
import { aStep } from './workflowBuilders';

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
