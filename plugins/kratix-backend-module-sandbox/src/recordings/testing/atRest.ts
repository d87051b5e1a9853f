import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { DefinitionObject } from '../../simulator/kratixObjects';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value);

/** What is compared of an object: names that are random, times and ids aside. */
export type Picture = Record<string, unknown>;

const skipped = new Set(['Event', 'Pod', 'Namespace', 'Secret']);
// What Kratix calls a version in a bucket is no version of anything.
const hashes = new Set(['kratix.io/hash', 'versionID']);
const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const randomSuffix = /-[0-9a-f]{5}(?=$|[.\]\s,])/g;

function withoutSuffix(kind: string | undefined, name: string): string {
  if (kind === 'Job' || kind === 'Work')
    return name.replace(/-[0-9a-f]{5}$/, '-*');
  if (kind === 'WorkPlacement') return name.replace(/-[0-9a-f]{5}\./, '-*.');
  return name;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') {
    return time.test(value) ? 'some time' : value.replace(randomSuffix, '-*');
  }
  if (Array.isArray(value)) return value.map(plain);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key]) => key !== 'lastTransitionTime' && key !== 'lastProbeTime',
      )
      .map(([key, one]) => [key, hashes.has(key) ? '*' : plain(one)]),
  );
}

function statusOf(object: KubeObject): Record<string, unknown> {
  const { conditions, ...rest } = (object.status ?? {}) as {
    conditions?: { type: string }[];
    [field: string]: unknown;
  };
  if (object.kind === 'Job') {
    // What the Job controller writes besides is no matter of Kratix.
    const { active, succeeded, failed } = rest;
    return { active, succeeded, failed, conditions: byType(conditions) };
  }
  if (object.kind === 'CustomResourceDefinition') {
    return { conditions: byType(conditions) };
  }
  return {
    ...(plain(rest) as object),
    ...('healthStatus' in rest && {
      healthStatus: healthOf(rest.healthStatus),
    }),
    conditions: byType(conditions),
  };
}

/** Kratix lists records in no particular order. */
function healthOf(status: unknown) {
  const { state, healthRecords } = status as {
    state: string;
    healthRecords?: { source: { name: string } }[];
  };
  const records = [...(healthRecords ?? [])].sort((a, b) =>
    a.source.name < b.source.name ? -1 : 1,
  );
  return { state, records };
}

function byType(conditions: { type: string }[] | null | undefined) {
  return Object.fromEntries(
    (conditions ?? []).map(({ type, ...rest }) => [type, plain(rest)]),
  );
}

function specOf(object: KubeObject): unknown {
  const { kind, spec, data } = object;
  const fields = (spec ?? {}) as Record<string, unknown>;
  switch (kind) {
    case 'Job':
      return { suspend: fields.suspend };
    case 'CustomResourceDefinition': {
      const { versions, ...rest } = (object as DefinitionObject).spec;
      return { ...rest, versions: versions.map(one => one.name) };
    }
    case 'Work':
    case 'WorkPlacement':
      return withoutContent(plain(fields));
    case 'HealthRecord':
      return plain(data);
    default:
      return plain(fields);
  }
}

/** Contents aside: what stands in for a container is another program. */
function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContent);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'content')
      .map(([key, one]) => [key, withoutContent(one)]),
  );
}

const idOf = ({ kind, metadata }: KubeObject) =>
  `${kind} ${metadata.namespace ? `${metadata.namespace}/` : ''}${withoutSuffix(
    kind,
    metadata.name,
  )}`;

/** All objects, comparable, by kind and name; namesakes in order of age. */
export function pictureOf(objects: KubeObject[]): Record<string, Picture> {
  const counts = new Map<string, number>();
  const entries = objects
    .filter(one => !skipped.has(one.kind ?? ''))
    .map(object => {
      const id = idOf(object);
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      const { labels, finalizers, deletionTimestamp, generation } =
        object.metadata;
      const picture: Picture = {
        labels: plain(labels ?? {}),
        finalizers: finalizers ?? [],
        deleting: Boolean(deletionTimestamp),
        ...(object.kind !== 'CustomResourceDefinition' && { generation }),
        spec: specOf(object),
        status: statusOf(object),
      };
      return [count > 1 ? `${id} #${count}` : id, picture] as const;
    });
  return Object.fromEntries(entries);
}

/** Differences as lines, for people. */
export function differences(
  expected: unknown,
  actual: unknown,
  path: string = '',
): string[] {
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [
      ...new Set([...Object.keys(expected), ...Object.keys(actual)]),
    ].sort();
    return keys.flatMap(key =>
      differences(expected[key], actual[key], path ? `${path} > ${key}` : key),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return differences({ ...expected }, { ...actual }, path);
  }
  const [a, b] = [expected, actual].map(one => JSON.stringify(one));
  return a === b ? [] : [`${path}: recorded ${a}, here ${b}`];
}
