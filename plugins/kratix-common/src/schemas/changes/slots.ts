import { isRecord } from '../../kube';
import { propertiesOf, schemaOf } from '../reading';
import type { OpenApiSchema } from '../types';

/**
 * What becomes of a field: checked by a schema, kept whatever it is, or dropped.
 *
 * @internal
 */
export type Slot =
  | { kind: 'schema'; schema: OpenApiSchema }
  | { kind: 'open' }
  | { kind: 'closed' };

/** Of fields that nobody named. @internal */
export function restOf(schema: OpenApiSchema): Slot {
  const values = schemaOf(schema.additionalProperties);
  if (values) return { kind: 'schema', schema: values };
  const isOpen =
    schema.additionalProperties === true ||
    schema['x-kubernetes-preserve-unknown-fields'] === true;
  return { kind: isOpen ? 'open' : 'closed' };
}

/** Whether a schema lets pass whatever there is. @internal */
export function isAnything(schema: OpenApiSchema): boolean {
  const { description, title, ...others } = schema;
  return Object.entries(others).every(
    ([key, value]) =>
      (key === 'x-kubernetes-preserve-unknown-fields' ||
        key === 'nullable' ||
        key === 'additionalProperties') &&
      value === true,
  );
}

/** Of a list's items; one that keeps unknown fields does so for its items. @internal */
export function itemsOf(schema: OpenApiSchema): OpenApiSchema | undefined {
  const items = schemaOf(schema.items);
  return items && schema['x-kubernetes-preserve-unknown-fields'] === true
    ? { ...items, 'x-kubernetes-preserve-unknown-fields': true }
    : items;
}

const text: OpenApiSchema = { type: 'string' };

/**
 * An object of Kubernetes has these whatever its schema says, and of metadata
 * a schema may only restrict the names.
 *
 * @internal
 */
export function withEnvelope(schema: OpenApiSchema): OpenApiSchema {
  const given = new Map(propertiesOf(schema));
  const metadata = given.get('metadata') ?? {};
  const named = new Map(propertiesOf(metadata));
  const envelope: [string, OpenApiSchema][] = [
    ['apiVersion', given.get('apiVersion') ?? text],
    ['kind', given.get('kind') ?? text],
    [
      'metadata',
      {
        type: 'object',
        properties: {
          name: named.get('name') ?? text,
          generateName: named.get('generateName') ?? text,
        },
      },
    ],
  ];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const names = new Set(envelope.map(([name]) => name));
  return {
    ...schema,
    // Always there, so that to require them says nothing.
    required: required.filter(name => !names.has(name)),
    properties: Object.fromEntries([
      ...envelope,
      ...(isRecord(schema.properties)
        ? [...given].filter(([name]) => !names.has(name))
        : []),
    ]),
  };
}
