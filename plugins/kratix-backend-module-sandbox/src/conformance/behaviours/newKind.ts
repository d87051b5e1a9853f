import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import type { ConformanceWorld } from '../types';

/** Where CRDs are. @internal */
export const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
// Of their own, so that a second run on the same server finds names free.
/** Of the kinds made here. @internal */
export const group = 'kinds.conformance.example.org';

/** A version of a CRD. @internal */
export interface Version {
  name: string;
  served: boolean;
  storage: boolean;
  schema?: object;
}

/** A schema whose spec has these fields. @internal */
export const schema = (properties: object = {}) => ({
  openAPIV3Schema: {
    type: 'object',
    properties: { spec: { type: 'object', properties } },
  },
});

/** A CRD with one version. @internal */
export function definition(kind: string, more: object = {}): KubeObject {
  const plural = `${kind.toLocaleLowerCase('en-US')}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural, kind },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: schema({ size: { type: 'string' } }),
        },
      ],
      ...more,
    },
  };
}

/**
 * A kind of its own, ready for use, with the paths of its CRD and objects.
 *
 * @internal
 */
export async function newKind(
  { call, name, namespace, eventually }: ConformanceWorld,
  more: object = {},
) {
  const kind = `Kind${namespace.replace(/.*-/, '')}n${name().replace(
    /\D/g,
    '',
  )}x`;
  const object = definition(kind, more);
  const { code, body, text } = await call({
    method: 'POST',
    path: crds,
    body: object,
  });
  assert.equal(code, 201, text);
  const { plural } = (object.spec as { names: { plural: string } }).names;
  const path = (version = 'v1') =>
    `/apis/${group}/${version}/namespaces/${namespace}/${plural}`;
  await eventually(`${kind} can be listed`, async () => {
    const answer = await call({ path: path() });
    return answer.code === 200;
  });
  return {
    kind,
    plural,
    created: body,
    crd: `${crds}/${object.metadata.name}`,
    path,
    create: (objectName: string, spec: object, metadata: object = {}) =>
      call({
        method: 'POST',
        path: path(),
        body: {
          apiVersion: `${group}/v1`,
          kind,
          metadata: { name: objectName, ...metadata },
          spec,
        },
      }),
  };
}
