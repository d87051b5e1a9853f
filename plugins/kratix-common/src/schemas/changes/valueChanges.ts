import type { ApiChange } from '../../api';
import { formatCheck } from '../formats';
import { alternativesOf } from '../pattern';
import { sameJsonValue } from '../sameValue';
import type { OpenApiSchema } from '../types';
import { changeOf, type SchemaPair } from './pair';

const textOf = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined;

/**
 * What values are allowed: enums, patterns, and formats that are checked. Many
 * authors write an enum as `^(small|large)$`, so that counts as one.
 *
 * @internal
 */
export function valueChanges(pair: SchemaPair): ApiChange[] {
  const { before, after, path } = pair;
  const were = soleMembers(before);
  const are = soleMembers(after);
  const changes =
    were && are
      ? memberChanges(path, were, are)
      : [
          ...memberChanges(path, members(before), members(after)),
          ...patternChanges(
            path,
            textOf(before.pattern),
            textOf(after.pattern),
          ),
        ];
  return [...changes, ...formatChanges(pair)];
}

/** An empty list of members says nothing. */
function members(schema: OpenApiSchema): unknown[] | undefined {
  const given: unknown = schema.enum;
  return Array.isArray(given) && given.length > 0 ? given : undefined;
}

/** Of a text: all it can be, said by an enum or by a pattern alone. */
function soleMembers(schema: OpenApiSchema): unknown[] | undefined {
  if (schema.type !== 'string' || schema.nullable === true) return undefined;
  const named = members(schema);
  const pattern = textOf(schema.pattern);
  if (pattern === undefined) return named;
  const alternatives = alternativesOf(pattern);
  return named || alternatives.length === 0 ? undefined : alternatives;
}

function memberChanges(
  path: string,
  were: unknown[] | undefined,
  are: unknown[] | undefined,
): ApiChange[] {
  const values = { before: were, after: are };
  const lacks = (list: unknown[], value: unknown) =>
    !list.some(one => sameJsonValue(one, value));
  if (are && (!were || were.some(one => lacks(are, one)))) {
    return [changeOf('values-narrowed', path, true, values)];
  }
  const isWider = were && (!are || are.some(one => lacks(were, one)));
  return isWider ? [changeOf('values-widened', path, false, values)] : [];
}

function patternChanges(
  path: string,
  before: string | undefined,
  after: string | undefined,
): ApiChange[] {
  return before === after
    ? []
    : [
        changeOf('pattern-changed', path, after !== undefined, {
          before,
          after,
        }),
      ];
}

function formatChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const was = textOf(before.format);
  const is = textOf(after.format);
  if (was === is) return [];
  const values = { before: was, after: is };
  if (isNumeric(was) || isNumeric(is)) {
    const isNarrow = is === 'int32';
    if (!isNarrow && was !== 'int32') return [];
    const kind = isNarrow ? 'limits-narrowed' : 'limits-widened';
    return [changeOf(kind, path, isNarrow, values)];
  }
  const isChecked = is !== undefined && formatCheck(is) !== undefined;
  return [changeOf('pattern-changed', path, isChecked, values)];
}

function isNumeric(format: string | undefined): boolean {
  return (
    format !== undefined &&
    ['int32', 'int64', 'float', 'double'].includes(format)
  );
}
