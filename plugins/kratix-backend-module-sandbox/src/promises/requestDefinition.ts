import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  DefinitionObject,
  PromiseObject,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';

const integer = { type: 'integer', format: 'int64' };
const text = { type: 'string' };
// The format is misspelt in Kratix, and so has no effect.
const time = { type: 'string', format: 'datetime' };

/** The status that Kratix gives to each request kind (reference §2.7). */
const statusSchema = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    message: text,
    observedGeneration: integer,
    workflows: integer,
    workflowsSucceeded: integer,
    workflowsFailed: integer,
    conditions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: text,
          status: text,
          reason: text,
          message: text,
          lastTransitionTime: time,
        },
      },
    },
    kratix: {
      type: 'object',
      properties: {
        workflows: {
          type: 'object',
          properties: {
            lastSuccessfulConfigureWorkflowTime: text,
            suspendedGeneration: integer,
            pipelines: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  name: text,
                  phase: text,
                  message: text,
                  nextRetryAt: text,
                  attempts: integer,
                  lastTransitionTime: time,
                },
              },
            },
          },
        },
      },
    },
  },
};

const columns = [
  { name: 'message', type: 'string', jsonPath: '.status.message' },
  {
    name: 'status',
    type: 'string',
    jsonPath: '.status.conditions[?(@.type=="Reconciled")].message',
  },
];

type Version = DefinitionObject['spec']['versions'][number];

/** Whether `spec.api` looks like a CRD at all. @internal */
export function isDefinition(api: unknown): api is DefinitionObject {
  const spec = (api as DefinitionObject | undefined)?.spec;
  return Boolean(spec?.names?.plural && Array.isArray(spec.versions));
}

/** The CRD that Kratix applies for a Promise's API. Pure. @internal */
export function requestDefinition({
  metadata: { name },
  spec,
}: PromiseObject): KubeObject | undefined {
  const { api } = spec;
  if (!isDefinition(api)) return undefined;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: api.metadata.name,
      labels: { ...api.metadata.labels, [label.promiseName]: name },
      ...(api.metadata.annotations && {
        annotations: api.metadata.annotations,
      }),
    },
    spec: { ...api.spec, versions: api.spec.versions.map(shapedVersion) },
  };
}

function shapedVersion(version: Version): Version {
  const { openAPIV3Schema = {} } = (version.schema ?? {}) as {
    openAPIV3Schema?: { properties?: Record<string, object> };
  };
  const { properties = {} } = openAPIV3Schema;
  const metadata = {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 63 } },
  };
  return {
    ...withColumns(version),
    schema: {
      openAPIV3Schema: {
        type: 'object',
        ...openAPIV3Schema,
        properties: {
          ...properties,
          ...(version.storage && { metadata }),
          status: statusSchema,
        },
      },
    },
    subresources: { status: {} },
  };
}

/** Some Promises spell it `JSONPath`, as v1beta1 did; Kratix takes both. */
function withColumns(version: Version): Version {
  const given = version.additionalPrinterColumns;
  if (!Array.isArray(given) || given.length === 0) {
    return { ...version, additionalPrinterColumns: columns };
  }
  return {
    ...version,
    additionalPrinterColumns: (given as Record<string, unknown>[]).map(
      ({ JSONPath, ...column }) =>
        JSONPath === undefined ? column : { jsonPath: JSONPath, ...column },
    ),
  };
}

/** Kratix works on the storage version, else on the first. @internal */
export function storageVersion(api: DefinitionObject): string {
  const { versions } = api.spec;
  return (versions.find(one => one.storage) ?? versions[0])?.name ?? '';
}
