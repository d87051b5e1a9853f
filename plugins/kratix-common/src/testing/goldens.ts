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
 * Compares a text with a file, or with the same file gzipped where it is long.
 * `UPDATE_GOLDENS=1` writes it for review.
 *
 * @public
 */
export function expectGoldenFile(path: string, actual: string) {
  const packed = `${path}.gz`;
  const isLong = actual.length > largestPlain;
  if (updating) {
    writeFileSync(
      isLong ? packed : path,
      isLong ? gzipSync(actual, { level: 9 }) : actual,
    );
    return;
  }
  const expected = isLong
    ? existsSync(packed) && gunzipSync(readFileSync(packed)).toString()
    : existsSync(path) && readFileSync(path, 'utf8');
  // Told line by line; whole texts of this size nobody could read.
  const [was, is] = [String(expected).split('\n'), actual.split('\n')];
  const at = is.findIndex((line, index) => line !== was[index]);
  const differs = at >= 0 || was.length !== is.length;
  expect(differs ? { line: at + 1, text: is[at] } : 'same').toEqual(
    differs ? { line: at + 1, text: was[at] } : 'same',
  );
}
