import {
  type KubeChangeType,
  type KubeObject,
  type KubeStatus,
  parseExact,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { CallError, callErrorOfStatus } from '../connections/callError';
import type { Call, ClusterCalls } from '../connections/clusterCalls';
import type { KindDefinition } from './watchedKinds';

/** The path of a kind's objects. @internal */
export function collectionPath(
  {
    group,
    version,
    plural,
  }: Pick<KindDefinition, 'group' | 'version' | 'plural'>,
  namespace?: string,
): string[] {
  const api = group ? ['apis', group, version] : ['api', version];
  return namespace === undefined
    ? [...api, plural]
    : [...api, 'namespaces', namespace, plural];
}

/** A complete list. @internal */
export interface KindList {
  objects: KubeObject[];
  resourceVersion: string;
}

/** A line of a watch. @internal */
export type WatchEvent =
  | { type: KubeChangeType; object: KubeObject; resourceVersion?: string }
  | { type: 'BOOKMARK'; resourceVersion?: string };

/**
 * Lists a kind page by page. All or nothing: a page that fails, fails the list.
 *
 * @throws CallError; `expired` where the list took longer than its pages live
 * @internal
 */
export async function listKind(
  calls: ClusterCalls,
  definition: KindDefinition,
  options: {
    signal: AbortSignal;
    silenceMs: number;
    lean: (object: KubeObject) => KubeObject | undefined;
  },
): Promise<KindList> {
  const objects: KubeObject[] = [];
  let next: string | undefined;
  let resourceVersion = '';
  do {
    const page = await calls.json({
      ...callOf(definition, 'List'),
      ...pick(options),
      query: {
        ...selectors(definition),
        limit: definition.pageSize,
        continue: next,
      },
    });
    const items = valueAt(page, 'items');
    if (!Array.isArray(items)) {
      throw new CallError('server-error', 'The answer is no list');
    }
    for (const item of items) {
      const object = envelope(item, definition);
      const kept = object && options.lean(object);
      if (kept) objects.push(kept);
    }
    resourceVersion = textAt(page, 'metadata', 'resourceVersion') ?? '';
    next = textAt(page, 'metadata', 'continue');
  } while (next);
  return { objects, resourceVersion };
}

/**
 * The resource version that the server is at, for the price of one object.
 *
 * @throws CallError
 * @internal
 */
export async function currentVersion(
  calls: ClusterCalls,
  definition: KindDefinition,
  options: { signal: AbortSignal; silenceMs: number },
): Promise<string> {
  const page = await calls.json({
    ...callOf(definition, 'List'),
    ...pick(options),
    query: { ...selectors(definition), limit: 1 },
  });
  return textAt(page, 'metadata', 'resourceVersion') ?? '';
}

/**
 * Watches a kind until the server ends it.
 *
 * @throws CallError; `expired` where the resource version is too old
 * @internal
 */
export async function* watchKind(
  calls: ClusterCalls,
  definition: KindDefinition,
  options: {
    signal: AbortSignal;
    silenceMs: number;
    resourceVersion: string;
    timeoutSeconds: number;
    onOpen: () => void;
    lean: (object: KubeObject, type: KubeChangeType) => KubeObject | undefined;
  },
): AsyncGenerator<WatchEvent> {
  const lines = calls.lines({
    ...callOf(definition, ''),
    ...pick(options),
    onOpen: options.onOpen,
    query: {
      ...selectors(definition),
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion: options.resourceVersion,
      timeoutSeconds: options.timeoutSeconds,
    },
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const event = eventOf(line, definition);
    if (event.type === 'BOOKMARK') yield event;
    else {
      const object = options.lean(event.object, event.type);
      // What is not kept still says how far the watch is.
      yield object
        ? { ...event, object }
        : { type: 'BOOKMARK', resourceVersion: event.resourceVersion };
    }
  }
}

function eventOf(line: string, definition: KindDefinition): WatchEvent {
  let parsed: unknown;
  try {
    parsed = parseExact(line);
  } catch {
    // To go on would lose a change without anyone noticing.
    throw new CallError('server-error', 'An event of the watch is not JSON');
  }
  const type = valueAt(parsed, 'type');
  const raw = valueAt(parsed, 'object');
  if (type === 'ERROR') throw callErrorOfStatus(statusOf(raw));
  const resourceVersion = textAt(raw, 'metadata', 'resourceVersion');
  if (type === 'BOOKMARK') return { type, resourceVersion };
  const object = envelope(raw, definition);
  if (!object || !isChangeType(type)) {
    throw new CallError('server-error', 'An event of the watch is no change');
  }
  return { type, object, resourceVersion };
}

function statusOf(raw: unknown): KubeStatus {
  const code = valueAt(raw, 'code');
  return {
    kind: 'Status',
    apiVersion: 'v1',
    code: typeof code === 'number' ? code : 500,
    message: textAt(raw, 'message') ?? '',
  };
}

function isChangeType(type: unknown): type is KubeChangeType {
  return type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED';
}

/** Objects in lists lack their kind; what has no name is no object. */
function envelope(
  item: unknown,
  { group, version, kind }: KindDefinition,
): KubeObject | undefined {
  if (textAt(item, 'metadata', 'name') === undefined) return undefined;
  const object = item as KubeObject;
  return {
    ...object,
    apiVersion: group ? `${group}/${version}` : version,
    kind,
  };
}

function callOf(definition: KindDefinition, suffix: 'List' | ''): Call {
  const partial = `application/json;as=PartialObjectMetadata${suffix};g=meta.k8s.io;v=v1`;
  return {
    path: collectionPath(definition),
    // A server that does not know the partial form takes the other.
    headers: definition.metadataOnly
      ? { accept: `${partial},application/json` }
      : undefined,
  };
}

function selectors({ labelSelector, fieldSelector }: KindDefinition) {
  return { labelSelector, fieldSelector };
}

function pick(options: { signal: AbortSignal; silenceMs: number }) {
  return { signal: options.signal, silenceMs: options.silenceMs };
}
