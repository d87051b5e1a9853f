import { isRecord } from '../kube';
import { distinct } from './json';
import type { Place } from './notes';
import type { ChoicePlan } from './plan';
import { baseOf } from './planBase';

/** A choice among so few is shown as radio buttons. */
const few = 4;

/** Among more one has to search. */
const many = 15;

/**
 * An enumeration as a choice. Members that no API server would accept, because
 * they are of another type than the field, are not offered.
 *
 * @returns nothing where no member is left to offer
 * @internal
 */
export function planChoice(
  schema: Record<string, unknown>,
  members: unknown[],
  place: Place,
): ChoicePlan | undefined {
  const different = distinct(members);
  const values = different.filter(member => isOfType(member, schema));
  if (values.length < different.length) {
    place.mistake(
      'Members of its enum that no request could hold are not offered.',
    );
  }
  return values.length > 0 ? choiceOf(values, baseOf(schema)) : undefined;
}

/** @internal */
export function choiceOf(
  values: unknown[],
  base: Partial<ChoicePlan>,
): ChoicePlan {
  const plain = values.every(value => typeof value === 'string' && value);
  return {
    kind: 'choice',
    values,
    encoded: !plain,
    ...base,
    widget: widgetFor(values.length),
  };
}

function widgetFor(count: number): ChoicePlan['widget'] {
  if (count <= few) return 'radio';
  return count > many ? 'autocomplete' : 'select';
}

function isOfType(value: unknown, schema: Record<string, unknown>): boolean {
  if (value === null) return schema.nullable === true || untyped(schema);
  switch (schema.type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return isWhole(value);
    case 'number':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    default:
      return schema['x-kubernetes-int-or-string'] === true
        ? typeof value === 'string' || isWhole(value)
        : true;
  }
}

function isWhole(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function untyped(schema: Record<string, unknown>): boolean {
  return (
    schema.type === undefined && schema['x-kubernetes-int-or-string'] !== true
  );
}
