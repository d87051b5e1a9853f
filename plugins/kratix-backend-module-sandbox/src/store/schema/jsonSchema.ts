import type { OpenApiSchema } from './types';

type JsonSchema = Record<string, unknown>;

// Carried over as they are; all else is either converted below or of no
// meaning to validation.
const same = [
  'pattern',
  'minLength',
  'maxLength',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'required',
  'format',
] as const;

function limits(schema: OpenApiSchema): JsonSchema {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  return {
    ...(minimum !== undefined && {
      [exclusiveMinimum ? 'exclusiveMinimum' : 'minimum']: minimum,
    }),
    ...(maximum !== undefined && {
      [exclusiveMaximum ? 'exclusiveMaximum' : 'maximum']: maximum,
    }),
  };
}

function typeOf(schema: OpenApiSchema): JsonSchema {
  const { type, nullable } = schema;
  const types = schema['x-kubernetes-int-or-string']
    ? ['integer', 'string']
    : [type].filter(one => one !== undefined);
  if (types.length === 0) return {};
  return { type: nullable ? [...types, 'null'] : types };
}

const embeddedResource: JsonSchema = {
  required: ['apiVersion', 'kind'],
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
  },
};

/**
 * The JSON Schema that accepts what an API server accepts under this OpenAPI
 * schema, of an object that has been pruned.
 *
 * @internal
 */
export function jsonSchema(schema: OpenApiSchema): JsonSchema {
  const { properties, additionalProperties, items } = schema;
  const branches = (['allOf', 'anyOf', 'oneOf'] as const).flatMap(key => {
    const of = schema[key];
    return of ? [[key, of.map(jsonSchema)]] : [];
  });
  return {
    ...Object.fromEntries(
      same.flatMap(key =>
        schema[key] === undefined ? [] : [[key, schema[key]]],
      ),
    ),
    ...typeOf(schema),
    ...limits(schema),
    ...(schema.enum && {
      enum: schema.nullable ? [...schema.enum, null] : schema.enum,
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, one]) => [key, jsonSchema(one)]),
      ),
    }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: jsonSchema(additionalProperties),
    }),
    ...(items && { items: jsonSchema(items) }),
    ...Object.fromEntries(branches),
    ...(schema.not && { not: jsonSchema(schema.not) }),
    ...(schema['x-kubernetes-embedded-resource'] && {
      allOf: [...(schema.allOf ?? []).map(jsonSchema), embeddedResource],
    }),
  };
}
