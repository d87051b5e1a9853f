import { parseDocument } from 'yaml';
import { isRecord } from '../kube';
import type { YamlPlan } from './plan';

/**
 * The value that a YAML text holds; `undefined` for an empty text. Numbers are
 * kept or refused, never rounded.
 *
 * @throws Error with a sentence for the person who typed it
 * @internal
 */
export function valueOfYaml(text: string, holds: YamlPlan['holds']): unknown {
  const document = parseDocument(text, { intAsBigInt: true });
  const [error] = document.errors;
  if (error) throw new Error(`is no valid YAML: ${error.message}`);
  // Empty text is nothing; a `null` that was typed is null.
  if (document.contents === null || text.trim() === '') return undefined;
  const value = exact(document.toJS({ maxAliasCount: 100 }));
  if (holds === 'mapping' && !isRecord(value)) {
    throw new Error('must be a YAML mapping, such as `key: value`');
  }
  if (holds === 'list' && !Array.isArray(value)) {
    throw new Error('must be a YAML list, such as `- item`');
  }
  return value;
}

function exact(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return number;
    throw new Error(`holds ${value}, a number too large to be sent exactly`);
  }
  if (Array.isArray(value)) return value.map(exact);
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, exact(one)]),
    );
  }
  return value;
}
