import { isRecord, type KubeStatusCause } from '../kube';
import { compilePattern } from './pattern';
import { propertiesOf, schemaOf, schemasOf } from './reading';
import { sameJsonValue } from './sameValue';
import type { OpenApiSchema } from './types';

const intOrString = [{ type: 'integer' }, { type: 'string' }];

/** The one place where shapes may name types: the two of int-or-string. */
function isIntOrString(shapes: unknown): boolean {
  return sameJsonValue(shapes, intOrString);
}

const forbidden: [string, string][] = [
  ['type', 'must be empty to be structural'],
  ['additionalProperties', 'must be undefined to be structural'],
  ['default', 'must be undefined to be structural'],
  ['title', 'must be empty to be structural'],
  ['description', 'must be empty to be structural'],
  ['nullable', 'must be false to be structural'],
  ['x-kubernetes-preserve-unknown-fields', 'must be false to be structural'],
  ['x-kubernetes-embedded-resource', 'must be false to be structural'],
  ['x-kubernetes-int-or-string', 'must be false to be structural'],
  ['x-kubernetes-list-map-keys', 'must be empty to be structural'],
  ['x-kubernetes-list-type', 'must be undefined to be structural'],
  ['x-kubernetes-map-type', 'must be undefined to be structural'],
  ['x-kubernetes-validations', 'must be empty to be structural'],
];

/** What says nothing, as an empty text: a server takes it for left out. */
function isSet(key: string, value: unknown): boolean {
  if (key === 'additionalProperties' || key === 'default') {
    return value !== undefined && value !== null;
  }
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/**
 * What keeps the logic of one node (its `allOf`, `anyOf`, `oneOf`, `not` and
 * pattern) from being structural: shapes may only restrict what is described
 * outside of them (apiextensions `validateValueValidation`).
 *
 * @internal
 */
export function logicCauses(
  schema: OpenApiSchema,
  path: string,
): KubeStatusCause[] {
  const { allOf, anyOf, oneOf, not, pattern } = schema;
  const each = (key: string, shapes: unknown) =>
    schemasOf(shapes).flatMap((shape, at) =>
      shapeCauses(shape, `${path}.${key}[${at}]`),
    );
  const first = schemasOf(allOf)[0];
  const [, ...others] = schemasOf(allOf);
  const isFirstKnown = first && isIntOrString(first.anyOf);
  const negated = schemaOf(not);
  return [
    ...(isIntOrString(anyOf) ? [] : each('anyOf', anyOf)),
    ...(isFirstKnown
      ? [
          ...shapeCauses({ ...first, anyOf: undefined }, `${path}.allOf[0]`),
          ...others.flatMap((shape, at) =>
            shapeCauses(shape, `${path}.allOf[${at + 1}]`),
          ),
        ]
      : each('allOf', allOf)),
    ...each('oneOf', oneOf),
    ...(negated ? shapeCauses(negated, `${path}.not`) : []),
    ...(typeof pattern === 'string' && !compilePattern(pattern)
      ? [
          {
            reason: 'FieldValueInvalid',
            message: `Invalid value: ${JSON.stringify(
              pattern,
            )}: must be a valid regular expression, but isn't`,
            field: `${path}.pattern`,
          },
        ]
      : []),
  ];
}

function shapeCauses(shape: OpenApiSchema, path: string): KubeStatusCause[] {
  const refused = (key: string, why: string): KubeStatusCause => ({
    reason: 'FieldValueForbidden',
    message: `Forbidden: ${why}`,
    field: `${path}.${key}`,
  });
  const items = schemaOf(shape.items);
  return [
    ...logicCauses(shape, path),
    ...(items ? shapeCauses(items, `${path}.items`) : []),
    ...propertiesOf(shape).flatMap(([name, one]) =>
      shapeCauses(one, `${path}.properties[${name}]`),
    ),
    ...forbidden
      .filter(([key]) => isSet(key, shape[key]))
      .map(([key, why]) => refused(key, why)),
    ...(isRecord(shape.properties) &&
    Object.hasOwn(shape.properties, 'metadata')
      ? [
          refused(
            'properties[metadata]',
            'must not be specified in a nested context',
          ),
        ]
      : []),
  ];
}
