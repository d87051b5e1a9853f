import type { KubeObject } from './types';
import { asNumber, asText, isRecord } from './reading';

/** `metadata.name`, or an empty text. @public */
export function nameOf(object: KubeObject | undefined): string {
  return asText(object?.metadata?.name) ?? '';
}

/** `metadata.namespace`, or an empty text. @public */
export function namespaceOf(object: KubeObject | undefined): string {
  return asText(object?.metadata?.namespace) ?? '';
}

/** @public */
export function generationOf(
  object: KubeObject | undefined,
): number | undefined {
  return asNumber(object?.metadata?.generation);
}

/** @public */
export function createdAt(object: KubeObject | undefined): string | undefined {
  return asText(object?.metadata?.creationTimestamp);
}

/** RFC 3339 since when the object is being deleted. @public */
export function deletedAt(object: KubeObject | undefined): string | undefined {
  return asText(object?.metadata?.deletionTimestamp);
}

/** `Kind namespace/name`, as one would ask kubectl for it. @public */
export function objectTitle(
  object: KubeObject | undefined,
  fallbackKind = 'Object',
): string {
  const kind = asText(object?.kind) ?? fallbackKind;
  const namespace = namespaceOf(object);
  const name = nameOf(object);
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}

/**
 * The entries of a list that look like objects. A list that is not there stays
 * not there: it could not be read, which is not the same as empty.
 *
 * @public
 */
export function objectsIn(
  list: readonly unknown[] | undefined,
): KubeObject[] | undefined {
  if (!Array.isArray(list)) return undefined;
  return list.every(isKubeObject) ? list : list.filter(isKubeObject);
}

/** Has it the envelope of an object: `metadata` with a name? @public */
export function isKubeObject(value: unknown): value is KubeObject {
  return (
    isRecord(value) &&
    isRecord(value.metadata) &&
    typeof value.metadata.name === 'string'
  );
}

/** The group of `apiVersion`, `''` for the core kinds. @public */
export function groupOf(object: KubeObject | undefined): string {
  const apiVersion = asText(object?.apiVersion) ?? '';
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}
