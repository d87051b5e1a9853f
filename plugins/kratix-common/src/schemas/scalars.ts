import { formatCheck } from './formats';
import { isInt64, isJsonNumber, isMultipleOf, limitFor } from './numbers';
import { compilePattern } from './pattern';
import type {
  OpenApiSchema,
  SchemaProblem,
  SchemaRule,
  ValuePath,
} from './types';

/** What is wrong with a text or a number by its limits. @internal */
export function scalarProblems(
  value: unknown,
  path: ValuePath,
  schema: OpenApiSchema,
): SchemaProblem[] {
  if (typeof value === 'string') return textProblems(value, path, schema);
  if (isJsonNumber(value)) return numberProblems(value, path, schema);
  return [];
}

/** A code point is one character to a server; UTF-16 has two for some. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function textProblems(
  value: string,
  path: ValuePath,
  schema: OpenApiSchema,
): SchemaProblem[] {
  const { minLength, maxLength, pattern, format } = schema;
  const problems: SchemaProblem[] = [];
  const found = (rule: SchemaRule, of: Partial<SchemaProblem>) =>
    problems.push({ path, rule, value, ...of });
  if (isJsonNumber(maxLength) && value.length > maxLength) {
    if (lengthOf(value) > maxLength) found('maxLength', { limit: maxLength });
  }
  if (isJsonNumber(minLength) && lengthOf(value) < minLength) {
    found('minLength', { limit: minLength });
  }
  if (typeof pattern === 'string' && pattern !== '') {
    const compiled = compilePattern(pattern);
    if (compiled && !compiled.test(value)) {
      found('pattern', { expected: pattern });
    }
  }
  if (typeof format === 'string' && formatCheck(format)?.(value) === false) {
    found('format', { expected: format });
  }
  return problems;
}

const isInt32 = (value: number | bigint) =>
  value >= -(2 ** 31) && value < 2 ** 31;

function numberProblems(
  value: number | bigint,
  path: ValuePath,
  schema: OpenApiSchema,
): SchemaProblem[] {
  const { minimum, maximum, multipleOf, type, format } = schema;
  const problems: SchemaProblem[] = [];
  const found = (rule: SchemaRule, of: Partial<SchemaProblem>) =>
    problems.push({ path, rule, value, ...of });
  if (isJsonNumber(multipleOf) && !isMultipleOf(value, multipleOf)) {
    found('multipleOf', { limit: multipleOf });
  }
  if (isJsonNumber(maximum)) {
    const limit = limitFor(value, maximum);
    if (value > limit) found('maximum', { limit: maximum });
    else if (schema.exclusiveMaximum === true && value >= limit) {
      found('exclusiveMaximum', { limit: maximum });
    }
  }
  if (isJsonNumber(minimum)) {
    const limit = limitFor(value, minimum);
    if (value < limit) found('minimum', { limit: minimum });
    else if (schema.exclusiveMinimum === true && value <= limit) {
      found('exclusiveMinimum', { limit: minimum });
    }
  }
  if (type === 'integer' && format === 'int32' && isInt64(value)) {
    if (!isInt32(value)) found('format', { expected: format });
  }
  return problems;
}
