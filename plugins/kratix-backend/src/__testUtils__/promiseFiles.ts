import { stringify } from 'yaml';

/** A Promise's file, as short as it can be. */
export function promiseFile(
  name: string,
  options: {
    version?: string;
    /** Offers this kind. */
    kind?: string;
    annotations?: Record<string, string>;
    spec?: Record<string, unknown>;
  } = {},
): string {
  const { version, kind, annotations, spec } = options;
  return stringify({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name,
      ...(version && { labels: { 'kratix.io/promise-version': version } }),
      ...(annotations && { annotations }),
    },
    spec: { ...(kind && { api: apiOf(kind) }), ...spec },
  });
}

function apiOf(kind: string) {
  const plural = `${kind.toLowerCase()}s`;
  const group = 'example.io';
  const size = { type: 'string', enum: ['small', 'large'] };
  const openAPIV3Schema = {
    type: 'object',
    properties: { spec: { type: 'object', properties: { size } } },
  };
  const version = { name: 'v1', served: true, storage: true };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [{ ...version, schema: { openAPIV3Schema } }],
    },
  };
}
