import {
  exactNumber,
  isRecord,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parseDocument } from 'yaml';

/** The value of a YAML text, its numbers exact; `undefined` for what is none. @internal */
export function readYaml(text: string): unknown {
  try {
    const document = parseDocument(text, { intAsBigInt: true });
    if (document.errors.length > 0) return undefined;
    return exact(document.toJS({ maxAliasCount: 50 }));
  } catch {
    // Too many aliases, or nested too deeply to be meant well.
    return undefined;
  }
}

function exact(value: unknown): unknown {
  if (typeof value === 'bigint') return exactNumber(String(value));
  if (Array.isArray(value)) return value.map(exact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, exact(one)]),
  );
}
