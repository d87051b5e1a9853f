import type { KubeStatusCause } from '../kube';
import type { OpenApiSchema } from './types';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const unsupported = [
  '$ref',
  'definitions',
  'dependencies',
  'patternProperties',
];

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const required = (field: string, why: string): KubeStatusCause => ({
  reason: 'FieldValueRequired',
  message: `Required value: ${why}`,
  field,
});
const refused = (field: string, why: string): KubeStatusCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
});

function typeCauses(schema: OpenApiSchema, path: string): KubeStatusCause[] {
  const { type } = schema;
  const isFree =
    schema['x-kubernetes-preserve-unknown-fields'] ||
    schema['x-kubernetes-int-or-string'];
  if (type === undefined || type === '') {
    return isFree
      ? []
      : [
          required(
            `${path}.type`,
            'must not be empty for specified object fields',
          ),
        ];
  }
  if (!types.includes(type)) {
    const supported = types.map(one => `"${one}"`).join(', ');
    return [
      {
        reason: 'FieldValueNotSupported',
        message: `Unsupported value: ${JSON.stringify(
          type,
        )}: supported values: ${supported}`,
        field: `${path}.type`,
      },
    ];
  }
  if (type === 'array' && !schema.items) {
    return [required(`${path}.items`, 'must be specified')];
  }
  return [];
}

/**
 * What keeps a schema from being a structural schema, which is the only kind
 * that a CRD may have.
 *
 * @internal
 */
export function structuralCauses(
  schema: unknown,
  path: string,
): KubeStatusCause[] {
  if (!isFields(schema)) return [required(path, 'must be a schema')];
  const one: OpenApiSchema = schema;
  const { properties, additionalProperties, items } = one;
  return [
    ...typeCauses(one, path),
    ...unsupported
      .filter(key => one[key] !== undefined)
      .map(key => refused(`${path}.${key}`, `${key} is not supported`)),
    ...(one.uniqueItems
      ? [
          refused(
            `${path}.uniqueItems`,
            'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
          ),
        ]
      : []),
    ...(properties && additionalProperties
      ? [
          refused(
            `${path}.additionalProperties`,
            'additionalProperties and properties are mutual exclusive',
          ),
        ]
      : []),
    ...Object.entries(isFields(properties) ? properties : {}).flatMap(
      ([key, child]) => structuralCauses(child, `${path}.properties[${key}]`),
    ),
    ...(isFields(additionalProperties)
      ? structuralCauses(additionalProperties, `${path}.additionalProperties`)
      : []),
    ...(isFields(items) ? structuralCauses(items, `${path}.items`) : []),
  ];
}
