import type { KubeObject } from './types';
import { isRecord, type UnknownRecord } from './reading';
import { kratixAnnotations } from '../kratixNames';

const noisyMetadata = new Set(['resourceVersion', 'managedFields']);
const noisyAnnotations = new Set<string>([kratixAnnotations.lastUpdatedAt]);

/**
 * Do two versions of an object mean the same? Kratix rewrites some objects many
 * times a second with nothing new but `resourceVersion` and the annotation
 * `kratix.io/last-updated-at` (recordings 01b, 16, 21); nobody needs to be told.
 *
 * @public
 */
export function sameMeaning(
  a: KubeObject | undefined,
  b: KubeObject | undefined,
): boolean {
  if (Object.is(a, b)) return true;
  if (!isRecord(a) || !isRecord(b)) return false;
  return sameRecord(a, b, key => key === 'metadata', sameMetadata);
}

function sameMetadata(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return same(a, b);
  return sameRecord(
    withoutKeys(a, noisyMetadata),
    withoutKeys(b, noisyMetadata),
    key => key === 'annotations',
    (left, right) => same(meaningful(left), meaningful(right)),
  );
}

/** Annotations that are noise alone mean the same as none. */
function meaningful(annotations: unknown): unknown {
  if (!isRecord(annotations)) return annotations;
  const rest = withoutKeys(annotations, noisyAnnotations);
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function withoutKeys(record: UnknownRecord, keys: Set<string>): UnknownRecord {
  const rest: UnknownRecord = {};
  for (const key of Object.keys(record)) {
    if (!keys.has(key)) rest[key] = record[key];
  }
  return rest;
}

function sameRecord(
  a: UnknownRecord,
  b: UnknownRecord,
  special: (key: string) => boolean,
  sameSpecial: (left: unknown, right: unknown) => boolean,
): boolean {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const equal = special(key)
      ? sameSpecial(a[key], b[key])
      : same(a[key], b[key]);
    if (!equal) return false;
  }
  return true;
}

/** Deep equality of JSON values; a key without value equals no key. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => same(item, b[index]))
    );
  }
  if (!isRecord(a) || !isRecord(b)) return Number.isNaN(a) && Number.isNaN(b);
  for (const key of Object.keys(a)) {
    if (!same(a[key], b[key])) return false;
  }
  for (const key of Object.keys(b)) {
    if (b[key] !== undefined && a[key] === undefined) return false;
  }
  return true;
}

/**
 * The object without what carries no meaning: the input is not changed, and
 * parts that are kept are shared with it.
 *
 * @public
 */
export function meaningOf(object: KubeObject): KubeObject {
  if (!isRecord(object) || !isRecord(object.metadata)) return object;
  const metadata = withoutKeys(object.metadata, noisyMetadata);
  const annotations = meaningful(metadata.annotations);
  delete metadata.annotations;
  if (annotations !== undefined) metadata.annotations = annotations;
  return {
    ...object,
    metadata: { ...metadata, name: object.metadata.name },
  };
}
