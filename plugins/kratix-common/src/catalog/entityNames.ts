import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

const maxLength = 63;
const hashLength = 10;

/** Would pass for the result of a cut, so it must be hashed like one. */
const looksHashed = /-[0-9a-f]{10}$/;

/**
 * A catalog name for an object: its parts joined by dots where that is short
 * enough and can be told apart again, otherwise cut and hashed. Injective, so
 * that two objects never share an entity, and stable, so that links keep.
 */
function entityName(kind: string, parts: string[]): string {
  const joined = parts.join('.');
  const plain =
    joined.length <= maxLength &&
    parts.every(part => !part.includes('.')) &&
    !looksHashed.test(joined);
  if (plain) return joined;
  // Slashes occur in no part, so the hashed text is unambiguous.
  const hash = bytesToHex(sha256(utf8ToBytes([kind, ...parts].join('/'))));
  const head = joined
    .slice(0, maxLength - hashLength - 1)
    .replace(/[^a-z0-9]+$/i, '');
  return `${head}-${hash.slice(0, hashLength)}`;
}

/** Entity name of a platform: the bare id is often a cluster's. @public */
export function platformEntityName(platform: string): string {
  return `kratix-${platform}`;
}

/** Entity name of a Promise, of its API and of its Template. @public */
export function promiseEntityName(platform: string, promise: string): string {
  return entityName('Promise', [platform, promise]);
}

/** Entity name of a Destination. @public */
export function destinationEntityName(
  platform: string,
  destination: string,
): string {
  return entityName('Destination', [platform, destination]);
}

/**
 * Entity name of a request. By Promise, not by CRD: that is what people read.
 *
 * @public
 */
export function requestEntityName(parts: {
  platform: string;
  /** `-` for cluster-scoped requests. */
  namespace: string;
  promise: string;
  name: string;
}): string {
  const { platform, namespace, promise, name } = parts;
  return entityName('Request', [platform, namespace, promise, name]);
}

/** `resource:default/kratix-<platform>`. @public */
export function platformEntityRef(platform: string): string {
  return `resource:default/${platformEntityName(platform)}`;
}

/** Entity ref of the Component, API or Template of a Promise. @public */
export function promiseEntityRef(
  kind: 'component' | 'api' | 'template',
  platform: string,
  promise: string,
): string {
  return `${kind}:default/${promiseEntityName(platform, promise)}`;
}

/** `resource:default/…` of a Destination. @public */
export function destinationEntityRef(
  platform: string,
  destination: string,
): string {
  return `resource:default/${destinationEntityName(platform, destination)}`;
}

/**
 * Entity ref of a request.
 *
 * @param kind - `catalog.providers.kratix.requestKind`, `Resource` by default
 * @public
 */
export function requestEntityRef(
  parts: Parameters<typeof requestEntityName>[0],
  kind: string = 'Resource',
): string {
  return `${kind.toLocaleLowerCase('en-US')}:default/${requestEntityName(
    parts,
  )}`;
}
