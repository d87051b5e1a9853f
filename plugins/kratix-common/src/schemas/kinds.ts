import { isRecord } from '../kube';
import { isInt64 } from './numbers';
import type { OpenApiSchema } from './types';

/** What an API server calls a value's type. @public */
export function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint' || typeof value === 'number') {
    return isInt64(value) ? 'integer' : 'number';
  }
  return typeof value;
}

const known = new Set([
  'array',
  'boolean',
  'integer',
  'number',
  'object',
  'string',
]);

/** The types that a schema allows; none: any. @internal */
export function typesOf(schema: OpenApiSchema): string[] {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return ['integer', 'string'];
  }
  const { type } = schema;
  return typeof type === 'string' && known.has(type) ? [type] : [];
}

/** @internal */
export function fitsType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isRecord(value);
    case 'number':
      return typeof value === 'bigint' || typeof value === 'number';
    default:
      return typeOfValue(value) === type;
  }
}
