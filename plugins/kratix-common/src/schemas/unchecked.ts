import { isRecord } from '../kube';
import { rulesOf } from './cel/rules';
import { isJsonNumber } from './numbers';
import { compilePattern } from './pattern';
import type { OpenApiSchema, SchemaProblem, ValuePath } from './types';

const numeric = [
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
];
const lists = ['required', 'enum', 'allOf', 'anyOf', 'oneOf'];
const flags = ['exclusiveMinimum', 'exclusiveMaximum'];

const misread: [string[], (value: unknown) => boolean][] = [
  [numeric, isJsonNumber],
  [lists, Array.isArray],
  [flags, value => typeof value === 'boolean'],
];

const deepest = 500;

/**
 * The parts of a schema that can't be read, so that nothing is checked by
 * them. `path` is the place in the schema, `expected` its text or keyword.
 *
 * @internal
 */
export function uncheckedParts(
  schema: OpenApiSchema,
  isReadable: (rule: string) => boolean,
  path: ValuePath = [],
): SchemaProblem[] {
  if (path.length > deepest) return [];
  const found: SchemaProblem[] = [];
  const add = (at: ValuePath, expected: string) =>
    found.push({ path: [...path, ...at], rule: 'unchecked', expected });
  for (const [keywords, isFit] of misread) {
    for (const keyword of keywords) {
      const value = schema[keyword];
      if (value !== undefined && !isFit(value)) add([keyword], keyword);
    }
  }
  const { pattern } = schema;
  if (pattern !== undefined) {
    const isRead = typeof pattern === 'string' && compilePattern(pattern);
    if (!isRead) add(['pattern'], String(pattern));
  }
  rulesOf(schema).forEach(({ rule }, at) => {
    if (!isReadable(rule)) add(['x-kubernetes-validations', at, 'rule'], rule);
  });
  for (const [at, child] of childrenOf(schema)) {
    found.push(...uncheckedParts(child, isReadable, [...path, ...at]));
  }
  return found;
}

function childrenOf(schema: OpenApiSchema): [ValuePath, OpenApiSchema][] {
  const children: [ValuePath, unknown][] = [];
  for (const key of ['items', 'additionalProperties', 'not']) {
    children.push([[key], schema[key]]);
  }
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    const shapes = schema[key];
    if (!Array.isArray(shapes)) continue;
    shapes.forEach((one: unknown, at) => children.push([[key, at], one]));
  }
  const { properties } = schema;
  if (isRecord(properties)) {
    for (const name of Object.keys(properties)) {
      children.push([['properties', name], properties[name]]);
    }
  }
  return children.filter((one): one is [ValuePath, OpenApiSchema] =>
    isRecord(one[1]),
  );
}
