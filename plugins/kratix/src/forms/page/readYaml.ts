import {
  exactNumbers,
  yamlTrouble,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parseDocument } from 'yaml';

/** The value of a YAML text, its numbers exact; `undefined` for what is none. @internal */
export function readYaml(text: string): unknown {
  if (yamlTrouble(text)) return undefined;
  try {
    const document = parseDocument(text, { intAsBigInt: true });
    if (document.errors.length > 0) return undefined;
    return exactNumbers(document.toJS({ maxAliasCount: 50 }));
  } catch {
    // Too many aliases to be meant well.
    return undefined;
  }
}
