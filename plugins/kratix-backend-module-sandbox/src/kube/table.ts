import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kindKey, type KindInfo, type PrinterColumn } from '../store';
import { shortDuration } from './age';
import { eventCells, eventColumns } from './eventRow';
import { jobCells, jobColumns } from './jobRow';
import { jsonPathValues } from './jsonPath';
import { podCells, podColumns } from './podRow';

type Cell = string | number | bigint | boolean | null;

const nameColumn: PrinterColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  jsonPath: '.metadata.name',
  description: 'Name must be unique within a namespace.',
};

/** What a row carries of its object. @internal */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

function cellOf(object: KubeObject, column: PrinterColumn, now: Date): Cell {
  const [value] = jsonPathValues(object, column.jsonPath);
  if (value === undefined || value === null) {
    return column.type === 'date' ? '<unknown>' : null;
  }
  if (column.type === 'date') {
    const time = Date.parse(String(value));
    return Number.isNaN(time)
      ? '<invalid>'
      : shortDuration(now.getTime() - time);
  }
  if (typeof value === 'object') return stringifyExact(value);
  if (column.type === 'integer' && typeof value === 'bigint') return value;
  if (column.type === 'integer' || column.type === 'number') {
    const number = Number(value);
    return Number.isNaN(number) ? null : number;
  }
  if (column.type === 'boolean') return value === true || value === 'true';
  return String(value);
}

/** Rows that a server computes, as no JSONPath leads to what they say. */
const computed: Record<
  string,
  { columns: PrinterColumn[]; cells: (object: KubeObject, now: Date) => Cell[] }
> = {
  'pods.': { columns: podColumns, cells: podCells },
  'events.': { columns: eventColumns, cells: eventCells },
  'jobs.batch': { columns: jobColumns, cells: jobCells },
};

function columnsOf(kind: KindInfo, version: string): PrinterColumn[] {
  const of = kind.versions.find(({ name }) => name === version);
  const own = computed[kindKey(kind)]?.columns ?? of?.columns ?? [];
  return [nameColumn, ...own];
}

/**
 * Only what a list of names and labels needs (`as=PartialObjectMetadata`).
 *
 * @internal
 */
export function partialObject({ metadata }: KubeObject): KubeObject {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}

/**
 * What `kubectl get` prints (`as=Table`).
 *
 * @internal
 */
export function table(options: {
  kind: KindInfo;
  version: string;
  objects: readonly KubeObject[];
  metadata: object;
  include: IncludeObject;
  now: Date;
}) {
  const { kind, version, objects, metadata, include, now } = options;
  const columns = columnsOf(kind, version);
  const of = computed[kindKey(kind)];
  const carried = (object: KubeObject) => {
    if (include === 'None') return {};
    return { object: include === 'Object' ? object : partialObject(object) };
  };
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(column => ({
      name: column.name,
      type: column.type,
      format: column.format ?? '',
      description: column.description ?? '',
      priority: column.priority ?? 0,
    })),
    rows: objects.map(object => ({
      cells: of
        ? [object.metadata.name, ...of.cells(object, now)]
        : columns.map(column => cellOf(object, column, now)),
      ...carried(object),
    })),
  };
}
