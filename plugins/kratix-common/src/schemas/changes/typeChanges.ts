import type { ApiChange } from '../../api';
import { typesOf } from '../kinds';
import type { OpenApiSchema } from '../types';
import { changeOf, type SchemaPair } from './pair';

const all = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** What types a schema lets pass, `null` among them. */
function allowedTypes(schema: OpenApiSchema): Set<string> {
  const named = typesOf(schema);
  const types = new Set(named.length > 0 ? named : all);
  if (types.has('number')) types.add('integer');
  // Without a type null is a value like any other.
  if (schema.nullable === true || named.length === 0) types.add('null');
  return types;
}

/** In the words of the API reference. @internal */
export function typeWords(schema: OpenApiSchema): string {
  const named = typesOf(schema);
  const words = named.length > 0 ? named.join(' or ') : 'anything';
  return schema.nullable === true ? `${words} or null` : words;
}

/** Whether there is a value, beside null, that both may allow. @internal */
export function haveTypeInCommon({ before, after }: SchemaPair): boolean {
  const allowed = allowedTypes(after);
  return [...allowedTypes(before)].some(
    type => type !== 'null' && allowed.has(type),
  );
}

/** @internal */
export function typeChanges({ before, after, path }: SchemaPair): ApiChange[] {
  const were = allowedTypes(before);
  const are = allowedTypes(after);
  const values = { before: typeWords(before), after: typeWords(after) };
  if ([...were].some(type => !are.has(type))) {
    return [changeOf('type-narrowed', path, true, values)];
  }
  return [...are].some(type => !were.has(type))
    ? [changeOf('type-widened', path, false, values)]
    : [];
}
