import { isRecord } from '../kube';
import { fitsType, typesOf } from './kinds';
import { isJsonNumber } from './numbers';
import { previousItem } from './previous';
import { fieldOf, ownField, schemaOf, schemasOf, textsOf } from './reading';
import { sameJsonValue } from './sameValue';
import { scalarProblems } from './scalars';
import type {
  OpenApiSchema,
  SchemaProblem,
  SchemaRule,
  ValuePath,
} from './types';

/** One value, with what it was before where that is known. @internal */
export interface Place {
  value: unknown;
  previous?: unknown;
  path: ValuePath;
}

interface Verdict {
  problems: SchemaProblem[];
  /** How much was found to be as it should, by which a server picks a shape. */
  fit: number;
}

// Far beyond what an API server takes; a guard against schemas made to recurse.
const deepest = 500;

/**
 * What is wrong with a value by the keywords that OpenAPI shares with JSON
 * Schema, in the order and choice of an API server (kube-openapi `validate`).
 *
 * @internal
 */
export function validate(place: Place, schema: OpenApiSchema): SchemaProblem[] {
  return verdictOn(place, schema, 0).problems;
}

/**
 * The same without what a server passes over: formats of whole numbers are the
 * author's word alone (1.34).
 *
 * @internal
 */
export function validateAsServer(
  place: Place,
  schema: OpenApiSchema,
): SchemaProblem[] {
  return validate(place, schema).filter(
    ({ rule, expected }) => rule !== 'format' || expected !== 'int32',
  );
}

function verdictOn(
  place: Place,
  schema: OpenApiSchema,
  depth: number,
): Verdict {
  if (depth > deepest) return { problems: [], fit: 0 };
  const verdict = freshVerdict(place, schema, depth);
  const { value, previous } = place;
  // What was wrong before and did not change is let pass.
  const isOld =
    verdict.problems.length > 0 &&
    previous !== undefined &&
    sameJsonValue(value, previous);
  return isOld ? { ...verdict, problems: [] } : verdict;
}

function freshVerdict(
  place: Place,
  schema: OpenApiSchema,
  depth: number,
): Verdict {
  const { value, path } = place;
  const types = typesOf(schema);
  const isFitting =
    types.length === 0 ||
    (value === null && schema.nullable === true) ||
    types.some(type => fitsType(value, type));
  const verdict: Verdict = {
    problems: isFitting
      ? []
      : [{ path, rule: 'type', value, expected: types.join(',') }],
    fit: types.length > 0 && isFitting ? 2 : 1,
  };
  const add = (other: Verdict) => {
    verdict.problems.push(...other.problems);
    verdict.fit += other.fit;
  };
  // Of null a server asks only whether it may be, and is among the members.
  if (value !== null) {
    add(verdictOfShapes(place, schema, depth));
    verdict.problems.push(...scalarProblems(value, path, schema));
    if (Array.isArray(value)) add(verdictOnItems(place, value, schema, depth));
  }
  verdict.problems.push(...enumProblems(value, path, schema));
  if (isRecord(value)) add(verdictOnFields(place, value, schema, depth));
  return verdict;
}

function enumProblems(
  value: unknown,
  path: ValuePath,
  schema: OpenApiSchema,
): SchemaProblem[] {
  const members: unknown = schema.enum;
  // An empty list of members says nothing.
  if (!Array.isArray(members) || members.length === 0) return [];
  return members.some(member => sameJsonValue(member, value))
    ? []
    : [{ path, rule: 'enum', value, allowed: members }];
}

function verdictOnItems(
  { previous, path }: Place,
  items: unknown[],
  schema: OpenApiSchema,
  depth: number,
): Verdict {
  const { minItems, maxItems } = schema;
  const verdict: Verdict = { problems: [], fit: 1 };
  const size = (rule: SchemaRule, limit: number | bigint) =>
    verdict.problems.push({ path, rule, value: items, limit });
  const each = schemaOf(schema.items);
  if (each) {
    items.forEach((item, at) => {
      const of = verdictOn(
        {
          value: item,
          previous: previousItem(item, previous, schema),
          path: [...path, at],
        },
        each,
        depth + 1,
      );
      verdict.problems.push(...of.problems);
      verdict.fit += of.fit;
    });
  }
  if (isJsonNumber(minItems) && items.length < minItems)
    size('minItems', minItems);
  if (isJsonNumber(maxItems) && items.length > maxItems)
    size('maxItems', maxItems);
  return verdict;
}

const resourceFields = ['apiVersion', 'kind'];

function verdictOnFields(
  { value, previous, path }: Place,
  fields: Record<string, unknown>,
  schema: OpenApiSchema,
  depth: number,
): Verdict {
  const { minProperties, maxProperties } = schema;
  const names = Object.keys(fields);
  const size = (rule: SchemaRule, limit: number | bigint): Verdict => ({
    problems: [{ path, rule, value, limit }],
    fit: 1,
  });
  // A server looks no further where the number of fields is wrong.
  if (isJsonNumber(minProperties) && names.length < minProperties) {
    return size('minProperties', minProperties);
  }
  if (isJsonNumber(maxProperties) && names.length > maxProperties) {
    return size('maxProperties', maxProperties);
  }
  const verdict: Verdict = { problems: [], fit: 1 };
  for (const name of names) {
    const of = fieldOf(schema, name);
    if (!of || fields[name] === undefined) continue;
    const inner = verdictOn(
      {
        value: fields[name],
        previous: ownField(previous, name),
        path: [...path, name],
      },
      of,
      depth + 1,
    );
    verdict.problems.push(...inner.problems);
    verdict.fit += inner.fit;
  }
  const isResource = schema['x-kubernetes-embedded-resource'] === true;
  const required = new Set([
    ...textsOf(schema.required),
    ...(isResource ? resourceFields : []),
  ]);
  for (const name of required) {
    if (ownField(fields, name) === undefined) {
      verdict.problems.push({ path: [...path, name], rule: 'required' });
    }
  }
  return verdict;
}

/** The shape that fits best, the first of equals. */
function best(verdicts: Verdict[]): Verdict {
  return verdicts.reduce((one, other) => (other.fit > one.fit ? other : one));
}

function verdictOfShapes(
  place: Place,
  schema: OpenApiSchema,
  depth: number,
): Verdict {
  const { path, value } = place;
  const verdict: Verdict = { problems: [], fit: 1 };
  // Whether a shape fits is asked of the value as it is, not of what changed.
  const on = (shape: OpenApiSchema) =>
    verdictOn({ path, value }, shape, depth + 1);
  const add = (...problems: SchemaProblem[]) =>
    verdict.problems.push(...problems);
  const any = schemasOf(schema.anyOf).map(on);
  const fittingAny = any.find(({ problems }) => problems.length === 0);
  if (any.length > 0 && !fittingAny) {
    add({ path, rule: 'anyOf', value }, ...best(any).problems);
  }
  const one = schemasOf(schema.oneOf).map(on);
  const fittingOne = one.filter(({ problems }) => problems.length === 0);
  if (one.length > 0 && fittingOne.length !== 1) {
    add({ path, rule: 'oneOf', value, fitting: fittingOne.length });
    if (fittingOne.length === 0) add(...best(one).problems);
  }
  verdict.fit += (fittingAny?.fit ?? 0) + (fittingOne[0]?.fit ?? 0);
  for (const shape of schemasOf(schema.allOf)) {
    const of = verdictOn(place, shape, depth + 1);
    add(...of.problems);
    verdict.fit += of.fit;
  }
  const not = schemaOf(schema.not);
  if (not && on(not).problems.length === 0) add({ path, rule: 'not', value });
  return verdict;
}
