import type { KubeMetadata } from '@kratix-portal/backstage-plugin-kratix-common';
import { badRequest } from './kubeStatusError';

// What is set by whom is the store's business; anything else is dropped.
const known = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
] as const;

// Decoded and dropped: clients send back what servers of old put there.
const dropped = ['managedFields', 'selfLink'];

const maps = ['labels', 'annotations'] as const;
const texts = ['name', 'generateName', 'namespace'] as const;
const lists = ['finalizers', 'ownerReferences'] as const;

function wrongType(field: string, wanted: string, value: unknown) {
  const actual = Array.isArray(value) ? 'array' : typeof value;
  return badRequest(
    `json: cannot unmarshal ${actual} into Go struct field ObjectMeta.metadata.${field} of type ${wanted}`,
  );
}

function textMap(field: string, value: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).map(([key, text]) => {
      // Go decodes null as the empty text.
      if (text === null) return [key, ''];
      if (typeof text !== 'string') throw wrongType(field, 'string', text);
      return [key, text];
    }),
  );
}

/**
 * Metadata as an API server decodes it: null is as good as absent, and what is
 * of another type is no metadata.
 *
 * @throws KubeStatusError 400
 * @internal
 */
export function givenMetadata(given: KubeMetadata): KubeMetadata {
  const metadata: KubeMetadata = {
    name: '',
    ...Object.fromEntries(
      known.flatMap(field => {
        const value = given[field];
        return value === undefined || value === null ? [] : [[field, value]];
      }),
    ),
  };
  for (const field of texts) {
    const value = metadata[field];
    if (value !== undefined && typeof value !== 'string') {
      throw wrongType(field, 'string', value);
    }
  }
  for (const field of lists) {
    const value: unknown = metadata[field];
    if (value === undefined) continue;
    if (!Array.isArray(value)) throw wrongType(field, '[]string', value);
    if (value.length === 0) delete metadata[field];
  }
  for (const field of maps) {
    const value: unknown = metadata[field];
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw wrongType(field, 'map[string]string', value);
    }
    if (Object.keys(value).length === 0) delete metadata[field];
    else metadata[field] = textMap(field, value);
  }
  return metadata;
}

/** Fields that no metadata has, as paths. @internal */
export function unknownMetadata(given: KubeMetadata | undefined): string[] {
  const fields: readonly string[] = [...known, ...dropped];
  return Object.keys(given ?? {})
    .filter(field => !fields.includes(field))
    .map(field => `metadata.${field}`);
}
