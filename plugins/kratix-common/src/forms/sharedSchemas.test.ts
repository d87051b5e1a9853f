import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { isRecord } from '../kube';
import {
  formDataFromObject,
  formOf,
  objectFromForm,
  templateSchemaOf,
} from './index';

const shared = resolve(__dirname, '../../../../../shared');

interface Case {
  name: string;
  schema: unknown;
}

/** Every version of every CRD in a file, those inside Promises included. */
function casesOf(file: string): Case[] {
  return parseAllDocuments(readFileSync(join(shared, file), 'utf8'), {
    merge: true,
  }).flatMap(document => {
    const given: unknown = document.toJS({ maxAliasCount: 10_000 });
    const crd =
      isRecord(given) && given.kind === 'Promise'
        ? Object(given.spec).api
        : given;
    const versions: unknown = Object(Object(crd).spec).versions;
    return (Array.isArray(versions) ? versions : []).map(version => ({
      name: `${file} ${version.name}`,
      schema: version.schema?.openAPIV3Schema,
    }));
  });
}

const filesIn = (folder: string) =>
  readdirSync(join(shared, folder), { recursive: true })
    .map(file => join(folder, String(file)))
    .filter(file => file.endsWith('.yaml'));

const present = existsSync(join(shared, 'forms'));
const cases = present
  ? [
      ...filesIn('forms'),
      ...filesIn('kratix/marketplace'),
      ...filesIn('kratix/crds'),
    ].flatMap(casesOf)
  : [];
if (!present) {
  process.stdout.write(
    'The schemas beside this checkout are missing: their forms are not made\n',
  );
}

const each = present ? it.each(cases) : it.skip.each([{ name: 'none' }]);

/** As the scaffolder's form does it. */
const compile = (schema: object) =>
  addFormats(
    new Ajv({
      allErrors: true,
      multipleOfPrecision: 8,
      strict: false,
      verbose: true,
    }),
  ).compile(schema);

/** All that a form host would read as a keyword of its own, anywhere. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...keysOf(one)]);
}

each('has a form that opens: $name', ({ schema }: Partial<Case>) => {
  const form = formOf(schema);
  const validate = compile(form.schema);
  // Untouched, it says nothing but what the schema requires.
  const untouched = objectFromForm(form, {});
  expect(untouched).toEqual(
    Object(Object(schema).properties).spec ? expect.anything() : {},
  );
  expect(validate(undefined)).toBe(false);
  expect(formDataFromObject(form, untouched)).toBeDefined();
});

each(
  'holds nothing that a host would act on: $name',
  ({ schema }: Partial<Case>) => {
    const form = formOf(schema);
    const template = templateSchemaOf(form);
    expect(keysOf(template).filter(key => key.startsWith('$'))).toEqual([]);
    for (const { title, description } of labelsOf(template)) {
      expect(`${title} ${description}`).not.toMatch(/\{[{%#]/);
    }
  },
);

function labelsOf(
  schema: unknown,
): { title?: unknown; description?: unknown }[] {
  if (!isRecord(schema)) return [];
  const { title, description, properties, items } = schema;
  return [
    { title, description },
    ...Object.values(isRecord(properties) ? properties : {}).flatMap(labelsOf),
    ...labelsOf(items),
  ];
}
