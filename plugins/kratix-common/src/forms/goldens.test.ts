import { join } from 'node:path';
import { stringifyExact } from '../kube';
import {
  expectGoldenFile,
  handmadeSchemas,
  type SchemaCase,
  seedSchemas,
} from '../testing';
import { formOf } from './index';
import { jsonText } from './json';

const folder = join(__dirname, '__goldens__', 'forms');

/** Keys in order, a line for each value: what changed is seen at a glance. */
const sorted = (value: unknown) =>
  `${stringifyExact(JSON.parse(jsonText(value)), 1)}\n`;

const cases: [string, SchemaCase][] = [
  ...handmadeSchemas(),
  ...seedSchemas(),
].map(one => [one.name, one]);

it('knows the schemas written for this project', () => {
  expect(new Set(handmadeSchemas().map(({ file }) => file)).size).toBe(10);
});

it.each(cases)('draws the form it has always drawn: %s', (name, { schema }) => {
  const { kind, schema: drawn, uiSchema, notes } = formOf(schema);
  const form = { kind, schema: drawn, uiSchema, notes };
  expectGoldenFile(
    join(folder, `${name.replace(' ', '.')}.json`),
    sorted(form),
  );
});
