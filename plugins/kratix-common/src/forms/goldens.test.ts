import { join } from 'node:path';
import {
  differenceFromGolden,
  handmadeSchemas,
  type SchemaCase,
  seedSchemas,
} from '../testing';
import { formOf } from './index';

const folder = join(__dirname, '__goldens__', 'forms');

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
  const path = join(folder, `${name.replace(' ', '.')}.json`);
  expect(differenceFromGolden(path, form)).toBeUndefined();
});
