import { parseDocument, stringify } from 'yaml';
import { exactNumbers, isRecord, yamlTrouble } from '../kube';
import type { YamlPlan } from './plan';

/** The text of a value: read back, it is that value. @internal */
export function yamlOf(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/**
 * The value that a YAML text holds; `undefined` for an empty text. Whole
 * numbers keep all their digits.
 *
 * @throws Error with a sentence for the person who typed it
 * @internal
 */
export function valueOfYaml(
  text: string,
  { holds, nullable }: Pick<YamlPlan, 'holds' | 'nullable'>,
): unknown {
  const trouble = yamlTrouble(text);
  if (trouble) throw new Error(trouble.problem);
  const document = parseDocument(text, { intAsBigInt: true });
  const [error] = document.errors;
  if (error) throw new Error(`is no valid YAML: ${error.message}`);
  // Empty text is nothing; a `null` that was typed is null.
  if (document.contents === null || text.trim() === '') return undefined;
  const value = exactNumbers(document.toJS({ maxAliasCount: 100 }));
  if (value === null && nullable) return null;
  if (holds === 'mapping' && !isRecord(value)) {
    throw new Error('must be a YAML mapping, such as `key: value`');
  }
  if (holds === 'list' && !Array.isArray(value)) {
    throw new Error('must be a YAML list, such as `- item`');
  }
  return value;
}
