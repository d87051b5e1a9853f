import {
  stringifyExact,
  structuralCauses,
  type KubeObject,
  type KubeStatusCause,
  type OpenApiSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ageColumn } from './builtInKinds';
import { sameValue } from './immutable';
import { withFloatLimits } from './floatLimits';
import { defaultCauses } from './schema/defaultCauses';
import type { KindInfo, KindVersion, PrinterColumn } from './types';

interface DefinitionVersion {
  name?: string;
  served?: boolean;
  storage?: boolean;
  schema?: { openAPIV3Schema?: OpenApiSchema };
  subresources?: { status?: object };
  additionalPrinterColumns?: PrinterColumn[];
  selectableFields?: { jsonPath: string }[];
}

interface Names {
  plural?: string;
  singular?: string;
  kind?: string;
  listKind?: string;
  shortNames?: string[];
  categories?: string[];
}

interface DefinitionSpec {
  group?: string;
  scope?: string;
  names?: Names;
  versions?: DefinitionVersion[];
  preserveUnknownFields?: boolean;
}

const isLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

function specOf(definition: KubeObject): DefinitionSpec {
  const { spec } = definition;
  return typeof spec === 'object' && spec !== null ? spec : {};
}

const missing = (field: string, why = ''): KubeStatusCause => ({
  reason: 'FieldValueRequired',
  message: `Required value${why && `: ${why}`}`,
  field,
});
const wrong = (field: string, value: unknown, why: string) => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${stringifyExact(value)}: ${why}`,
  field,
});

/** What is filled in where a CRD leaves it out. @internal */
export function completeDefinition(definition: KubeObject): KubeObject {
  const spec = specOf(definition);
  const names = spec.names ?? {};
  const { kind } = names;
  return {
    ...definition,
    spec: {
      conversion: { strategy: 'None' },
      ...spec,
      ...(spec.versions && { versions: spec.versions.map(typedVersion) }),
      names: {
        ...(kind && {
          singular: kind.toLocaleLowerCase('en-US'),
          listKind: `${kind}List`,
        }),
        ...Object.fromEntries(
          Object.entries(names).filter(([, value]) => value),
        ),
      },
    },
  };
}

function typedVersion(version: DefinitionVersion): DefinitionVersion {
  const given = version.schema?.openAPIV3Schema;
  const typed = withFloatLimits(given) as OpenApiSchema | undefined;
  return typed === given
    ? version
    : { ...version, schema: { ...version.schema, openAPIV3Schema: typed } };
}

function nameCauses(names: Names): KubeStatusCause[] {
  const { plural, singular, kind, listKind } = names;
  return [
    ...(plural ? [] : [missing('spec.names.plural')]),
    ...(singular ? [] : [missing('spec.names.singular')]),
    ...(kind ? [] : [missing('spec.names.kind')]),
    ...(listKind ? [] : [missing('spec.names.listKind')]),
    ...(plural && !isLabel.test(plural)
      ? [
          wrong(
            'spec.names.plural',
            plural,
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')",
          ),
        ]
      : []),
    ...(kind && listKind === kind
      ? [
          wrong(
            'spec.names.listKind',
            listKind,
            'kind and listKind may not be the same',
          ),
        ]
      : []),
  ];
}

function versionCauses(
  versions: DefinitionVersion[],
  name: string,
): KubeStatusCause[] {
  const storages = versions.filter(({ storage }) => storage).length;
  const [first] = versions;
  // The server keeps a schema that all versions share in one place, and says so.
  const isShared =
    versions.length > 0 &&
    versions.every(one => sameValue(one.schema, first.schema));
  return [
    ...(versions.length === 0 || storages !== 1
      ? [
          wrong(
            'spec.versions',
            name,
            'must have exactly one version marked as storage version',
          ),
        ]
      : []),
    ...versions.flatMap(({ name: version, schema }, at) => {
      const path = `spec.versions[${at}]`;
      if (!version) return [missing(`${path}.name`)];
      const root = schema?.openAPIV3Schema;
      const own = `${path}.schema.openAPIV3Schema`;
      if (!root) return [missing(own, 'schemas are required')];
      if (isShared && at > 0) return [];
      const field = isShared ? 'spec.validation.openAPIV3Schema' : own;
      if (root.type !== 'object') {
        return root.type
          ? [wrong(`${field}.type`, root.type, 'must be object at the root')]
          : [missing(`${field}.type`, 'must not be empty at the root')];
      }
      const causes = structuralCauses(root, field);
      return causes.length > 0 ? causes : defaultCauses(root, field);
    }),
  ];
}

function storedVersionsOf(definition: KubeObject): string[] {
  const status = definition.status as { storedVersions?: string[] } | undefined;
  return status?.storedVersions ?? [];
}

/** What is wrong with a CRD, given what it was before. @internal */
export function definitionCauses(
  definition: KubeObject,
  previous?: KubeObject,
): KubeStatusCause[] {
  const { group, scope, names = {}, versions = [] } = specOf(definition);
  const { name } = definition.metadata;
  const wanted = `${names.plural ?? ''}.${group ?? ''}`;
  const before = previous && specOf(previous);
  const immutable = (field: string, now: unknown, was: unknown) =>
    before && now !== was ? [wrong(field, now, 'field is immutable')] : [];
  return [
    ...(name === wanted
      ? []
      : [
          wrong(
            'metadata.name',
            name,
            'must be spec.names.plural+"."+spec.group',
          ),
        ]),
    ...(group ? [] : [missing('spec.group')]),
    ...(scope === 'Cluster' || scope === 'Namespaced'
      ? []
      : [
          scope
            ? {
                reason: 'FieldValueNotSupported',
                message: `Unsupported value: ${stringifyExact(
                  scope,
                )}: supported values: "Cluster", "Namespaced"`,
                field: 'spec.scope',
              }
            : missing('spec.scope'),
        ]),
    ...nameCauses(names),
    ...versionCauses(versions, wanted),
    ...immutable('spec.scope', scope, before?.scope),
    ...immutable('spec.group', group, before?.group),
    ...immutable('spec.names.plural', names.plural, before?.names?.plural),
    ...storedVersionsOf(previous ?? definition).flatMap((stored, at) =>
      versions.some(version => version.name === stored)
        ? []
        : [
            wrong(
              `status.storedVersions[${at}]`,
              stored,
              `missing from spec.versions; ${stored} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in ${stored} and removes ${stored} from status.storedVersions`,
            ),
          ],
    ),
  ];
}

/** `status.storedVersions` with the present storage version. @internal */
export function withStoredVersions(definition: KubeObject): string[] {
  const { versions = [] } = specOf(definition);
  const storage = versions.find(({ storage: is }) => is)?.name;
  return [
    ...new Set([
      ...storedVersionsOf(definition),
      ...(storage ? [storage] : []),
    ]),
  ];
}

function kindVersion(version: DefinitionVersion): KindVersion {
  const columns = version.additionalPrinterColumns ?? [];
  return {
    name: version.name ?? '',
    served: version.served ?? false,
    storage: version.storage ?? false,
    hasStatus: Boolean(version.subresources?.status),
    columns: columns.length > 0 ? columns : [ageColumn],
    selectableFields: (version.selectableFields ?? []).map(
      ({ jsonPath }) => jsonPath,
    ),
    schema: version.schema?.openAPIV3Schema ?? {},
  };
}

/** The kind that a valid CRD defines. @internal */
export function kindOfDefinition(
  definition: KubeObject,
  servedFrom: number,
): KindInfo {
  const { group = '', scope, names = {}, versions = [] } = specOf(definition);
  const all = versions.map(kindVersion);
  const storage = all.find(version => version.storage) ?? all[0];
  const { kind = '', plural = '', singular = '', listKind = '' } = names;
  return {
    group,
    version: storage.name,
    kind,
    plural,
    singular,
    listKind,
    shortNames: names.shortNames ?? [],
    categories: names.categories ?? [],
    namespaced: scope === 'Namespaced',
    hasStatus: storage.hasStatus,
    hasGeneration: true,
    builtIn: false,
    versions: all,
    servedFrom,
  };
}

/** @internal */
export function namesOf(definition: KubeObject): Names {
  return specOf(definition).names ?? {};
}
