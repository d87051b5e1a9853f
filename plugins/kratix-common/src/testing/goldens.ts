import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseDocument } from 'yaml';

const updating = process.env.UPDATE_GOLDENS === '1';

/**
 * Runs a function over a folder of cases: each file has `why`, `input` and
 * `expected`, and is named for what it shows. `UPDATE_GOLDENS=1` rewrites
 * `expected` for review; comments stay.
 *
 * @public
 */
export function runGoldens<Input>(
  folder: string,
  derive: (input: Input) => unknown,
) {
  const files = readdirSync(folder).filter(file => file.endsWith('.yaml'));
  if (files.length === 0) throw new Error(`There are no cases in ${folder}`);
  it.each(files.map(file => [file.replace(/\.yaml$/, ''), file]))(
    '%s',
    (_situation, file) => {
      const path = join(folder, file);
      const document = parseDocument(readFileSync(path, 'utf8'));
      const { why, input, expected } = document.toJS();
      expect(typeof why).toBe('string');
      // Plain data alone: a key without value is no key in YAML either.
      const actual: unknown = JSON.parse(JSON.stringify(derive(input)));
      if (updating) {
        document.set('expected', actual);
        writeFileSync(path, document.toString({ lineWidth: 80 }));
        return;
      }
      expect(actual).toEqual(expected);
    },
  );
}

/**
 * Compares a text with a file. `UPDATE_GOLDENS=1` writes it for review.
 *
 * @public
 */
export function expectGoldenText(path: string, actual: string) {
  if (updating) {
    writeFileSync(path, actual);
    return;
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(actual);
}

/** Larger ones are kept gzipped. */
const largestPlain = 100_000;

/**
 * The first line in which plain data differ from a JSON file, gzipped where it
 * is long; nothing where they are the same. Neither the order of keys nor the
 * layout of the file counts. `UPDATE_GOLDENS=1` writes it for review.
 *
 * @public
 */
export function differenceFromGolden(
  path: string,
  actual: unknown,
): { line: number; expected?: string; actual?: string } | undefined {
  const packed = `${path}.gz`;
  const text = `${JSON.stringify(sorted(actual), null, 1)}\n`;
  const isLong = text.length > largestPlain;
  if (updating) {
    if (isLong) writeFileSync(packed, gzipSync(text, { level: 9 }));
    else writeFileSync(path, text);
    return undefined;
  }
  const bytes = isLong ? gunzipSync(readFileSync(packed)) : readFileSync(path);
  const expected = JSON.stringify(sorted(JSON.parse(String(bytes))), null, 1);
  // The first line is enough; whole texts of this size nobody could read.
  const [was, is] = [expected.split('\n'), text.trimEnd().split('\n')];
  const count = Math.max(was.length, is.length);
  const at = Array.from({ length: count }).findIndex(
    (_, index) => is[index] !== was[index],
  );
  return at < 0
    ? undefined
    : { line: at + 1, expected: was[at], actual: is[at] };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
