import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KindInfo } from '../store';
import { apiVersionOf } from '../store';
import type { ApiCall } from './call';
import { eventsGroup } from './discovery';
import { eventAsRegarding } from './eventViews';
import { partialObject, table, type IncludeObject } from './table';

/**
 * How objects of one kind are to be shown to one client: at which version,
 * and whole, as metadata or as rows.
 *
 * @internal
 */
export interface Representation {
  object(object: KubeObject): object;
  list(objects: readonly KubeObject[], metadata: object): object;
}

/** What the Accept header asks for first, among what we have. */
function wanted(accept = ''): 'Table' | 'PartialObjectMetadata' | 'whole' {
  for (const type of accept.split(',')) {
    const as = /;\s*as=(\w+)/.exec(type)?.[1];
    if (!type.includes('json') && !type.includes('*/*')) continue;
    if (!as) return 'whole';
    if (!/g=meta\.k8s\.io/.test(type)) continue;
    if (as === 'Table') return 'Table';
    if (as.startsWith('PartialObjectMetadata')) return 'PartialObjectMetadata';
  }
  return 'whole';
}

function includeOf(query: URLSearchParams): IncludeObject {
  const value = query.get('includeObject');
  return value === 'None' || value === 'Object' ? value : 'Metadata';
}

/** The object at the version that was asked for. Conversion is None. */
function versioned(
  kind: KindInfo,
  group: string,
  version: string,
): (object: KubeObject) => KubeObject {
  if (group === eventsGroup && kind.kind === 'Event') return eventAsRegarding;
  const apiVersion = apiVersionOf(group, version);
  return object =>
    object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}

/** @internal */
export function representationOf(options: {
  kind: KindInfo;
  call: ApiCall;
  accept?: string;
  now: Date;
}): Representation {
  const { kind, call, accept, now } = options;
  const { group = '', version = kind.version } = call.resource ?? {};
  const at = versioned(kind, group, version);
  const form = wanted(accept);
  if (form === 'Table') {
    const rows = (objects: readonly KubeObject[], metadata: object) =>
      table({
        kind,
        version,
        objects: objects.map(at),
        metadata,
        include: includeOf(call.query),
        now,
      });
    return {
      list: rows,
      object: object =>
        rows([object], {
          resourceVersion: object.metadata.resourceVersion,
        }),
    };
  }
  if (form === 'PartialObjectMetadata') {
    return {
      object: partialObject,
      list: (objects, metadata) => ({
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: objects.map(partialObject),
      }),
    };
  }
  return {
    object: at,
    list: (objects, metadata) => ({
      kind: kind.listKind,
      apiVersion: apiVersionOf(group, version),
      metadata,
      items: objects.map(at),
    }),
  };
}
