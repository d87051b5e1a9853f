import {
  exactNumber,
  isRecord,
  yamlTrouble,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse, parseAllDocuments } from 'yaml';

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;

/**
 * A whole number as an API server keeps it: an int64, exactly, or the nearest
 * float64 where it has more digits. Those within 2^53 are `number`s here, as
 * are all float64s, those beyond are `bigint`s.
 */
function servedWhole(whole: bigint): number | bigint {
  if (whole < least || whole > most) return Number(whole);
  return exactNumber(whole.toString());
}

/**
 * A JSON value with its numbers as an API server keeps them.
 *
 * @throws Error for what no float64 holds, as `1e400`
 * @internal
 */
export function withServedNumbers(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Error(
      'json: cannot unmarshal number into Go value of type float64',
    );
  }
  if (typeof value === 'bigint') return servedWhole(value);
  if (Array.isArray(value)) return value.map(withServedNumbers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, withServedNumbers(one)]),
  );
}

/** YAML as a value, no number changed. @throws Error @internal */
export function parseExactYaml(
  text: string,
  options: { maxAliasCount?: number; merge?: boolean } = {},
): unknown {
  refuseTrouble(text);
  return withServedNumbers(parse(text, { intAsBigInt: true, ...options }));
}

/** All documents of a YAML text, empty ones as null. @throws Error @internal */
export function parseExactDocuments(text: string): unknown[] {
  refuseTrouble(text);
  return parseAllDocuments(text, { intAsBigInt: true }).map(one =>
    withServedNumbers(one.toJS()),
  );
}

/** Whoever sends it can't end the process by it. */
function refuseTrouble(text: string): void {
  const trouble = yamlTrouble(text);
  if (trouble) throw new Error(`the YAML ${trouble.problem}`);
}
