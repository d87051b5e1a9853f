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
  : [{ name: 'none', schema: {} }];
if (!present) {
  process.stdout.write(
    'The schemas beside this checkout are missing: their forms are not made\n',
  );
}

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

/** All titles and descriptions. */
function labelsOf(schema: unknown): string[] {
  if (!isRecord(schema)) return [];
  const { title, description, properties, items } = schema;
  return [
    `${title} ${description}`,
    ...Object.values(isRecord(properties) ? properties : {}).flatMap(labelsOf),
    ...labelsOf(items),
  ];
}

/** What is the author's beside Kubernetes' own. */
function fieldsOf(schema: unknown): string[] {
  const properties = isRecord(schema) ? schema.properties : undefined;
  return Object.keys(isRecord(properties) ? properties : {}).filter(
    name => !['apiVersion', 'kind', 'metadata', 'status'].includes(name),
  );
}

(present ? describe : describe.skip)('a schema at hand', () => {
  it.each(cases)('has a form that opens: $name', ({ schema }) => {
    const form = formOf(schema);
    expect(() => compile(form.schema)).not.toThrow();
    // No field of the author's is lost on the way.
    const shown = form.plan.kind === 'object' ? form.plan.fields : [];
    expect(shown.map(({ name }) => name)).toEqual(fieldsOf(schema));
    expect(form.kind).toBe(shown.length > 0 ? 'form' : 'yaml');
  });

  it.each(cases)('can be left untouched: $name', ({ schema }) => {
    const form = formOf(schema);
    const data = form.kind === 'yaml' ? '' : { spec: undefined };
    expect(objectFromForm(form, data)).toEqual({});
    expect(formDataFromObject(form, { metadata: { name: 'a' } })).toEqual(
      form.kind === 'yaml' ? '{}\n' : {},
    );
  });

  it.each(cases)('holds nothing a host would act on: $name', ({ schema }) => {
    const template = templateSchemaOf(formOf(schema));
    expect(keysOf(template).filter(key => key.startsWith('$'))).toEqual([]);
    expect(labelsOf(template).filter(text => /\{[{%#]/.test(text))).toEqual([]);
  });
});
