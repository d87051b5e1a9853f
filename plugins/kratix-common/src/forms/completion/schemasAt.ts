import { isRecord } from '../../kube';
import type { OpenApiSchema, ValuePath } from '../../schemas';
import { own } from '../keys';

/** Enough for people, few enough for a schema made to cost time. */
const maxBranches = 64;

/**
 * What a schema says about the value at a path: the node itself and whatever
 * is joined to it by `allOf`, `anyOf` and `oneOf`. None where nothing is said.
 *
 * @internal
 */
export function schemasAt(
  schema: OpenApiSchema,
  path: ValuePath,
): OpenApiSchema[] {
  let nodes = withBranches([asManifest(schema)]);
  for (const step of path) {
    const next: OpenApiSchema[] = [];
    for (const node of nodes) {
      const found = below(node, step);
      if (found) next.push(found);
    }
    nodes = withBranches(next);
  }
  return nodes;
}

function below(
  node: OpenApiSchema,
  step: string | number,
): OpenApiSchema | undefined {
  if (typeof step === 'number') return schemaOf(node.items);
  return (
    schemaOf(own(propertiesOf(node), step)) ??
    schemaOf(node.additionalProperties)
  );
}

/** The fields that a node names, by name. @internal */
export function propertiesOf(node: OpenApiSchema): Record<string, unknown> {
  const given = isRecord(node.properties) ? node.properties : {};
  if (!node['x-kubernetes-embedded-resource']) return given;
  return { ...given, ...envelopeOf(given) };
}

/** @internal */
export function schemaOf(value: unknown): OpenApiSchema | undefined {
  return isRecord(value) ? value : undefined;
}

function withBranches(nodes: OpenApiSchema[]): OpenApiSchema[] {
  const all = [...nodes];
  // Grows while it is walked: branches may have branches.
  for (const node of all) {
    for (const branch of [node.allOf, node.anyOf, node.oneOf].flat()) {
      if (all.length >= maxBranches) return all;
      if (isRecord(branch)) all.push(branch);
    }
  }
  return all;
}

/** The root of a CRD names the envelope without saying what is in it. */
function asManifest(schema: OpenApiSchema): OpenApiSchema {
  if (!isRecord(schema.properties)) return schema;
  const { apiVersion, kind, metadata } = schema.properties;
  if (!apiVersion || !kind || !metadata) return schema;
  const properties: Record<string, OpenApiSchema> = {
    ...schema.properties,
    ...envelopeOf(schema.properties),
  };
  // Not for people to write.
  delete properties.status;
  return { ...schema, properties };
}

const texts: OpenApiSchema = {
  type: 'object',
  additionalProperties: { type: 'string' },
};

function envelopeOf(
  given: Record<string, unknown>,
): Record<string, OpenApiSchema> {
  const fields: Record<string, OpenApiSchema> = {
    name: { type: 'string' },
    namespace: { type: 'string' },
    labels: texts,
    annotations: texts,
  };
  const metadata = schemaOf(given.metadata);
  const named = Object.entries(metadata ? propertiesOf(metadata) : {});
  for (const [name, value] of named) {
    const schema = schemaOf(value);
    if (schema) fields[name] = schema;
  }
  return {
    apiVersion: schemaOf(given.apiVersion) ?? { type: 'string' },
    kind: schemaOf(given.kind) ?? { type: 'string' },
    metadata: { ...metadata, type: 'object', properties: fields },
  };
}
