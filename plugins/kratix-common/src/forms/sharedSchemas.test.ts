import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { isRecord, stringifyExact, valueAt } from '../kube';
import { compileSchema } from '../schemas';
import { handmadeSchemas, seedSchemas, sharedSchemas } from '../testing';
import { jsonText } from './json';
import {
  editedObject,
  type FieldPlan,
  formDataFromObject,
  formOf,
  objectFromForm,
  requestSample,
  templateSchemaOf,
} from './index';

const shared = sharedSchemas();
if (shared.length === 0) {
  process.stdout.write(
    'The schemas beside this checkout are missing: their forms are not made\n',
  );
}
const cases = [...handmadeSchemas(), ...seedSchemas(), ...shared];

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

/** All that is there to be read. */
function labelsOf(schema: unknown): string[] {
  if (!isRecord(schema)) return [];
  const { title, description, properties, items } = schema;
  return [
    `${title} ${description} ${schema['ui:help']} ${schema['ui:enumNames']}`,
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

/**
 * Fields of a schema that neither a field of the form nor a text stands for.
 */
function lost(schema: unknown, plan: FieldPlan, path = ''): string[] {
  if (!isRecord(schema)) return [];
  if (plan.kind === 'maybe') return lost(schema, plan.of, path);
  if (plan.kind === 'list') return lost(schema.items, plan.item, `${path}[]`);
  if (plan.kind === 'map') {
    return lost(schema.additionalProperties, plan.value, `${path}{}`);
  }
  if (plan.kind !== 'object' || !isRecord(schema.properties)) return [];
  return Object.entries(schema.properties).flatMap(([name, below]) => {
    const at = `${path}/${name}`;
    const field = plan.fields.find(one => one.name === name);
    if (field) return lost(below, field.plan, at);
    return path === '' && !fieldsOf(schema).includes(name) ? [] : [at];
  });
}

/** Pointers of the texts that no other text around them stands for. */
function textsIn(schema: unknown, plan: FieldPlan, pointer = ''): string[] {
  if (plan.kind === 'yaml') return [pointer];
  if (plan.kind === 'maybe') return textsIn(schema, plan.of, pointer);
  const below = (name: string) => name.replace(/~/g, '~0').replace(/\//g, '~1');
  const node = isRecord(schema) ? schema : {};
  if (plan.kind === 'list') {
    return textsIn(node.items, plan.item, `${pointer}/items`);
  }
  if (plan.kind === 'map') {
    const values = node.additionalProperties;
    return textsIn(values, plan.value, `${pointer}/additionalProperties`);
  }
  if (plan.kind !== 'object') return [];
  const properties = isRecord(node.properties) ? node.properties : {};
  return plan.fields.flatMap(({ name, plan: field }) =>
    textsIn(properties[name], field, `${pointer}/properties/${below(name)}`),
  );
}

describe('a schema at hand', () => {
  it.each(cases)('has a form that opens: $name', ({ schema }) => {
    const form = formOf(schema);
    expect(form.error).toBeUndefined();
    expect(() => compile(form.schema)).not.toThrow();
    // No field of the author's is lost on the way.
    const shown = form.plan.kind === 'object' ? form.plan.fields : [];
    expect(shown.map(({ name }) => name)).toEqual(fieldsOf(schema));
    expect(form.kind).toBe(shown.length > 0 ? 'form' : 'yaml');
    expect(lost(schema, form.plan)).toEqual([]);
  });

  it.each(cases)('says of each text why it is one: $name', ({ schema }) => {
    const { notes, plan } = formOf(schema);
    const noted = notes
      .filter(({ text }) => text.startsWith('Shown as YAML'))
      .map(({ pointer }) => pointer);
    const unsaid = textsIn(schema, plan).filter(
      // Of a list of texts the note is at its items.
      pointer => !noted.some(one => one.startsWith(pointer)),
    );
    expect(unsaid).toEqual([]);
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

  describe.each(['minimal', 'full'] as const)('and a %s request', kind => {
    // Two versions that no API server accepts: one without any schema, and one
    // that asks for fields it does not allow.
    const readable = cases.filter(
      ({ name, schema }) =>
        isRecord(schema) && name !== 'missing-and-broken-schemas v10',
    );

    it.each(readable)('is what its schema allows: $name', one => {
      const { crd, schema, version } = one;
      const { check } = compileSchema(Object(schema));
      const request = {
        apiVersion: `${valueAt(crd, 'spec', 'group')}/${version}`,
        kind: valueAt(crd, 'spec', 'names', 'kind'),
        metadata: { name: 'vm-example' },
        ...requestSample(schema, kind, check),
      };
      expect(check(request)).toEqual([]);
    });

    it.each(cases)('comes back as it was: $name', ({ schema }) => {
      const form = formOf(schema);
      const request = requestSample(schema, kind);
      const text = stringifyExact(formDataFromObject(form, request));
      // What travels is JSON as browsers read it.
      const data: unknown = JSON.parse(text ?? '');
      expect(jsonText(objectFromForm(form, data))).toBe(jsonText(request));
      const original = { ...request, status: { ready: true } };
      expect(jsonText(editedObject(form, data, original))).toBe(
        jsonText(original),
      );
    });
  });
});
