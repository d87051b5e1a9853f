import type { KindInfo, PrinterColumn } from './types';

interface BuiltIn {
  group?: string;
  version?: string;
  kind: string;
  plural: string;
  shortNames?: string[];
  categories?: string[];
  clusterScoped?: boolean;
  hasStatus?: boolean;
  hasGeneration?: boolean;
  columns?: [name: string, type: string, jsonPath: string][];
}

const rbac = 'rbac.authorization.k8s.io';
/** Group and plural of CustomResourceDefinitions. @internal */
export const crdGroup = 'apiextensions.k8s.io';
/** @internal */
export const crdPlural = 'customresourcedefinitions';

// What we and kubectl call, not what Kubernetes has.
const builtIns: BuiltIn[] = [
  {
    kind: 'Namespace',
    plural: 'namespaces',
    shortNames: ['ns'],
    clusterScoped: true,
    hasStatus: true,
    columns: [['Status', 'string', '.status.phase']],
  },
  {
    kind: 'Pod',
    plural: 'pods',
    shortNames: ['po'],
    categories: ['all'],
    hasStatus: true,
    hasGeneration: true,
  },
  {
    kind: 'Event',
    plural: 'events',
    shortNames: ['ev'],
  },
  { kind: 'ConfigMap', plural: 'configmaps', shortNames: ['cm'] },
  {
    kind: 'Secret',
    plural: 'secrets',
    columns: [['Type', 'string', '.type']],
  },
  { kind: 'ServiceAccount', plural: 'serviceaccounts', shortNames: ['sa'] },
  {
    group: 'batch',
    kind: 'Job',
    plural: 'jobs',
    categories: ['all'],
    hasStatus: true,
    hasGeneration: true,
  },
  { group: rbac, kind: 'Role', plural: 'roles' },
  { group: rbac, kind: 'RoleBinding', plural: 'rolebindings' },
  {
    group: rbac,
    kind: 'ClusterRole',
    plural: 'clusterroles',
    clusterScoped: true,
  },
  {
    group: rbac,
    kind: 'ClusterRoleBinding',
    plural: 'clusterrolebindings',
    clusterScoped: true,
  },
  {
    group: crdGroup,
    kind: 'CustomResourceDefinition',
    plural: crdPlural,
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    clusterScoped: true,
    hasStatus: true,
    hasGeneration: true,
  },
];

/** Printed last where a kind says nothing of age itself. @internal */
export const ageColumn: PrinterColumn = {
  name: 'Age',
  type: 'date',
  jsonPath: '.metadata.creationTimestamp',
  description:
    'CreationTimestamp is a timestamp representing the server time when this object was created.',
};

/** The kinds that are there without a CRD. @internal */
export function builtInKinds(): KindInfo[] {
  return builtIns.map(
    ({
      group = '',
      version = 'v1',
      kind,
      plural,
      shortNames = [],
      categories = [],
      clusterScoped = false,
      hasStatus = false,
      hasGeneration = false,
      columns = [],
    }) => ({
      group,
      version,
      kind,
      plural,
      singular: kind.toLocaleLowerCase('en-US'),
      listKind: `${kind}List`,
      shortNames,
      categories,
      namespaced: !clusterScoped,
      hasStatus,
      hasGeneration,
      builtIn: true,
      servedFrom: 0,
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          hasStatus,
          selectableFields: [],
          columns: [
            ...columns.map(([name, type, jsonPath]) => ({
              name,
              type,
              jsonPath,
            })),
            ageColumn,
          ],
        },
      ],
    }),
  );
}
