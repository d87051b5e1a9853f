import { isRecord } from '../kube';
import { distinct } from './json';
import type { Place } from './notes';
import type { ChoicePlan } from './plan';
import { baseOf } from './planBase';

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
  const values = distinct(members).filter(member => isOfType(member, schema));
  if (values.length < distinct(members).length) {
    place.note(
      'Members of its enum that no request could hold are not offered.',
    );
  }
  if (values.length === 0) return undefined;
  const plain = values.every(value => typeof value === 'string' && value);
  return { kind: 'choice', values, encoded: !plain, ...baseOf(schema) };
}

function isOfType(value: unknown, schema: Record<string, unknown>): boolean {
  if (value === null) return schema.nullable === true || untyped(schema);
  switch (schema.type) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    default:
      return schema['x-kubernetes-int-or-string'] === true
        ? typeof value === 'string' || Number.isSafeInteger(value)
        : true;
  }
}

function untyped(schema: Record<string, unknown>): boolean {
  return (
    schema.type === undefined && schema['x-kubernetes-int-or-string'] !== true
  );
}
