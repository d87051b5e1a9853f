import { isRecord, type KubeStatusCause } from '../kube';
import { logicCauses } from './structuralLogic';
import type { OpenApiSchema } from './types';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const unsupported = [
  '$ref',
  'definitions',
  'dependencies',
  'patternProperties',
];

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

function typeCauses(
  schema: OpenApiSchema,
  path: string,
  what: string,
): KubeStatusCause[] {
  const { type } = schema;
  const isFree =
    schema['x-kubernetes-preserve-unknown-fields'] ||
    schema['x-kubernetes-int-or-string'];
  if (type === undefined || type === '') {
    return isFree
      ? []
      : [required(`${path}.type`, `must not be empty for specified ${what}`)];
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
 * that a CRD may have, in the words of an API server. `path` is where the schema
 * is in the CRD.
 *
 * @public
 */
export function structuralCauses(
  schema: unknown,
  path: string,
): KubeStatusCause[] {
  return causesIn(schema, path, 'object fields');
}

function causesIn(
  schema: unknown,
  path: string,
  what: 'object fields' | 'array items',
): KubeStatusCause[] {
  if (!isRecord(schema)) return [required(path, 'must be a schema')];
  const one: OpenApiSchema = schema;
  const { properties, additionalProperties, items } = one;
  return [
    ...typeCauses(one, path, what),
    ...logicCauses(one, path),
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
    ...Object.entries(isRecord(properties) ? properties : {}).flatMap(
      ([key, child]) =>
        causesIn(child, `${path}.properties[${key}]`, 'object fields'),
    ),
    ...(isRecord(additionalProperties)
      ? causesIn(
          additionalProperties,
          `${path}.additionalProperties`,
          'object fields',
        )
      : []),
    ...(isRecord(items) ? causesIn(items, `${path}.items`, 'array items') : []),
  ];
}
