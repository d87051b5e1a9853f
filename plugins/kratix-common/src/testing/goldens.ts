import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
