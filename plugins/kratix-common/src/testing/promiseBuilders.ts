import type { KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { aCondition, anObject, type ObjectParts } from './objectBuilders';

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
