import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { OpenApiSchema, PrinterColumn } from '../store';

const group = 'platform.kratix.io';

interface KratixKind {
  kind: string;
  plural: string;
  shortNames?: string[];
  scope: 'Cluster' | 'Namespaced';
  /** Name, JSONPath, and type where it is no string. */
  columns?: [name: string, jsonPath: string, type?: string][];
  properties: Record<string, OpenApiSchema>;
  required?: string[];
  /** False for the one kind that has neither status nor category. */
  hasStatus?: boolean;
  selectableFields?: string[];
}

function column([name, jsonPath, type = 'string']: [
  string,
  string,
  string?,
]): PrinterColumn {
  return { name, type, jsonPath };
}

/** The column that most kinds show their Ready condition in. @internal */
export const readyPath = (field: 'status' | 'message') =>
  `.status.conditions[?(@.type=="Ready")].${field}`;

/** A CRD of Kratix: all are of one group and version. @internal */
export function definition({
  kind,
  plural,
  shortNames,
  scope,
  columns = [],
  properties,
  required,
  hasStatus = true,
  selectableFields = [],
}: KratixKind): KubeObject {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: {
        kind,
        listKind: `${kind}List`,
        plural,
        singular: kind.toLocaleLowerCase('en-US'),
        ...(shortNames && { shortNames }),
        ...(hasStatus && { categories: ['kratix'] }),
      },
      versions: [
        {
          name: 'v1alpha1',
          served: true,
          storage: true,
          ...(columns.length > 0 && {
            additionalPrinterColumns: columns.map(column),
          }),
          ...(selectableFields.length > 0 && {
            selectableFields: selectableFields.map(jsonPath => ({ jsonPath })),
          }),
          subresources: hasStatus ? { status: {} } : {},
          schema: {
            openAPIV3Schema: {
              type: 'object',
              ...(required && { required }),
              properties: {
                apiVersion: { type: 'string' },
                kind: { type: 'string' },
                metadata: { type: 'object' },
                ...properties,
              },
            },
          },
        },
      ],
    },
  };
}
