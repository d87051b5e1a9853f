import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { EntityOptions } from '../catalog';

/** A Promise for caches, with the given annotations. @internal */
export function aPromise(
  name: string,
  options: {
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    schema?: unknown;
    api?: unknown;
    required?: string[];
  } = {},
): KubeObject {
  const { annotations = {}, labels = {}, required = [] } = options;
  const schema = options.schema ?? {
    type: 'object',
    description: 'An in-memory store. Fast.',
    properties: {
      spec: {
        type: 'object',
        properties: { size: { type: 'string', default: 'small' } },
      },
    },
  };
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name, annotations, labels },
    spec: {
      requiredPromises: required.map(one => ({ name: one, version: 'v1' })),
      api:
        'api' in options
          ? options.api
          : {
              apiVersion: 'apiextensions.k8s.io/v1',
              kind: 'CustomResourceDefinition',
              metadata: { name: `${name}s.example.org` },
              spec: {
                group: 'example.org',
                names: { kind: name, plural: `${name}s` },
                scope: 'Namespaced',
                versions: [
                  {
                    name: 'v1',
                    served: true,
                    storage: true,
                    schema: { openAPIV3Schema: schema },
                  },
                ],
              },
            },
    },
  };
}

/** A request of {@link aPromise}. @internal */
export function aRequest(
  promise: string,
  name: string,
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  return {
    apiVersion: 'example.org/v1',
    kind: promise,
    metadata: { name, namespace: 'payments', ...metadata },
    spec: { size: 'small' },
  };
}

/** @internal */
export function aDestination(
  name: string,
  metadata: Partial<KubeObject['metadata']> = {},
): KubeObject {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name, ...metadata },
    spec: {},
  };
}

/** @internal */
export const entityOptions: EntityOptions = {
  platform: { id: 'eu', title: 'Europe', owner: 'group:default/platform' },
  annotationPrefix: 'px/',
  requestKind: 'Resource',
  appBaseUrl: 'https://portal.example.com',
};
