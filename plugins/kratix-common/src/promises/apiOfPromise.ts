import {
  asList,
  asText,
  isRecord,
  recordAt,
  textAt,
  valueAt,
  type KubeObject,
  type UnknownRecord,
} from '../kube';

/** A column that the API's author wants to see in lists. @public */
export interface PrinterColumn {
  name: string;
  type: string;
  /** As `.spec.size`. */
  jsonPath: string;
  description?: string;
  /** Above 0: left out of narrow lists. */
  priority: number;
}

/** The API that a Promise offers. @public */
export interface OfferedApi {
  /** Name of the CRD: unique on a platform. */
  crd: string;
  group: string;
  /** The storage version if it is served, else the first served. */
  version: string;
  kind: string;
  plural: string;
  namespaced: boolean;
  /** `openAPIV3Schema` of that version, as its author wrote it. */
  schema?: UnknownRecord;
  printerColumns: PrinterColumn[];
}

/** @public */
export type OfferedApiResult =
  | { api: OfferedApi }
  | {
      /** `none`: the Promise offers none, which is no fault. */
      reason: 'none' | 'not-a-crd' | 'incomplete' | 'no-version';
      /** What is wrong with it, in a few words. */
      detail?: string;
    };

/**
 * The API in a Promise's `spec.api`, read as tolerantly as Kratix reads it: the
 * CRD's own `apiVersion` may be wrong and key names may differ in case.
 *
 * @public
 */
export function apiOfPromise(
  promise: KubeObject | undefined,
): OfferedApiResult {
  const crd = valueAt(promise, 'spec', 'api');
  if (!isRecord(crd) || Object.keys(crd).length === 0) {
    return { reason: 'none' };
  }
  return apiOfCrd(crd);
}

/** The same of a CRD that is at hand. @public */
export function apiOfCrd(crd: UnknownRecord): OfferedApiResult {
  const declared = asText(crd.kind);
  if (declared && declared !== 'CustomResourceDefinition') {
    return { reason: 'not-a-crd', detail: `it is of kind ${declared}` };
  }
  const group = textAt(crd, 'spec', 'group');
  const kind = textAt(crd, 'spec', 'names', 'kind');
  const plural = textAt(crd, 'spec', 'names', 'plural');
  if (!group || !kind || !plural) {
    const missing = [
      group ? '' : 'spec.group',
      kind ? '' : 'spec.names.kind',
      plural ? '' : 'spec.names.plural',
    ].filter(Boolean);
    return { reason: 'incomplete', detail: `${missing.join(', ')} missing` };
  }
  const version = versionInForce(crd);
  if (!version) {
    return { reason: 'no-version', detail: 'no version is served' };
  }
  const schema = valueAt(version, 'schema', 'openAPIV3Schema');
  return {
    api: {
      crd: textAt(crd, 'metadata', 'name') ?? `${plural}.${group}`,
      group,
      version: asText(version.name) ?? '',
      kind,
      plural,
      namespaced: textAt(crd, 'spec', 'scope') !== 'Cluster',
      ...(isRecord(schema) && { schema }),
      printerColumns: printerColumns(version, crd),
    },
  };
}

function versionInForce(crd: UnknownRecord): UnknownRecord | undefined {
  const versions = asList(valueAt(crd, 'spec', 'versions'))
    .filter(isRecord)
    .filter(version => asText(version.name) !== undefined);
  const served = versions.filter(version => version.served !== false);
  return (
    served.find(version => version.storage === true) ??
    served.at(0) ??
    undefined
  );
}

function printerColumns(
  version: UnknownRecord,
  crd: UnknownRecord,
): PrinterColumn[] {
  const columns = asList(
    version.additionalPrinterColumns ??
      recordAt(crd, 'spec').additionalPrinterColumns,
  );
  const read: PrinterColumn[] = [];
  for (const column of columns) {
    if (!isRecord(column)) continue;
    const name = asText(column.name);
    // v1beta1 spelled it JSONPath.
    const jsonPath = asText(column.jsonPath) ?? asText(column.JSONPath);
    if (!name || !jsonPath) continue;
    const description = asText(column.description);
    read.push({
      name,
      type: asText(column.type) ?? 'string',
      jsonPath,
      ...(description && { description }),
      priority: typeof column.priority === 'number' ? column.priority : 0,
    });
  }
  return read;
}
