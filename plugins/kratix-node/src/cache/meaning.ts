import { isDeepStrictEqual } from 'node:util';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether two states of an object differ in nothing but what Kratix and the
 * API server rewrite all the time.
 *
 * @internal
 */
export function sameMeaning(a: KubeObject, b: KubeObject): boolean {
  return isDeepStrictEqual(meaning(a), meaning(b));
}

function meaning({ metadata, ...rest }: KubeObject) {
  const {
    resourceVersion,
    managedFields,
    annotations = {},
    ...kept
  } = metadata;
  const { 'kratix.io/last-updated-at': _touched, ...others } = annotations;
  return { ...rest, metadata: { ...kept, annotations: others } };
}
