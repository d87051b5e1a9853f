import Ajv from 'ajv';
import { parseExact } from '../kube';
import { formDataFromObject, formOf, objectFromForm } from './index';

/** As a cluster sends it: the digits are in the text. */
const formOfField = (schema: string) =>
  formOf(
    parseExact(
      `{"type":"object","properties":{"spec":{"type":"object","properties":{"field":${schema}}}}}`,
    ),
  );

const drawn = (schema: string) => {
  const form = formOfField(schema);
  return {
    ...Object(form.schema.properties).spec.properties.field,
    ui: Object(form.uiSchema.spec).field,
  };
};

it.each([
  ['{"type":"integer"}', { type: 'integer' }],
  [
    '{"type":"integer","format":"int32"}',
    { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
  ],
  [
    '{"type":"integer","maximum":9223372036854775807}',
    {
      type: 'string',
      ui: { 'ui:help': 'A whole number, at most 9223372036854775807' },
    },
  ],
  [
    '{"type":"integer","default":9007199254740993}',
    { type: 'string', default: '9007199254740993' },
  ],
  [
    '{"type":"integer","enum":[9007199254740992,9007199254740993]}',
    { enum: ['9007199254740992', '9007199254740993'] },
  ],
  [
    '{"type":"integer","minimum":-9223372036854775808,"exclusiveMinimum":true}',
    {
      ui: { 'ui:help': 'A whole number, more than -9223372036854775808' },
    },
  ],
  [
    '{"type":"integer","minimum":0,"exclusiveMinimum":true}',
    { type: 'integer', exclusiveMinimum: 0 },
  ],
  [
    '{"type":"number","multipleOf":0.01,"minimum":0,"maximum":100}',
    { multipleOf: 0.01 },
  ],
  [
    '{"type":"integer","minimum":1,"maximum":5,"default":1}',
    { ui: { 'ui:widget': 'range' } },
  ],
])('draws %s', (schema, expected) => {
  expect(drawn(schema)).toMatchObject(expected);
});

it('leaves fractions to the platform where a browser would err', () => {
  const form = formOfField('{"type":"number","multipleOf":0.01}');
  expect(JSON.stringify(form.schema)).not.toContain('multipleOf');
  expect(form.notes[0].text).toContain('a multiple of 0.01');
});

it('agrees with a server about fractions that it draws', () => {
  const ajv = new Ajv({ multipleOfPrecision: 8, strict: false });
  const form = formOfField(
    '{"type":"number","multipleOf":0.01,"minimum":0,"maximum":90000}',
  );
  const check = ajv.compile(form.schema);
  for (let cents = 1; cents < 9_000_000; cents += 12_345) {
    expect(check({ spec: { field: cents / 100 } })).toBe(true);
  }
  expect(check({ spec: { field: 0.015 } })).toBe(false);
});

it.each([
  ['{"type":"integer"}', 9007199254740993n],
  ['{"type":"number"}', 18446744073709551615n],
  ['{"x-kubernetes-int-or-string":true}', 9007199254740993n],
  ['{"x-kubernetes-int-or-string":true}', '9007199254740993'],
  ['{"type":"integer","enum":[9007199254740993,1]}', 9007199254740993n],
  ['{"type":"integer","maximum":9223372036854775807}', 7],
  ['{"type":"number","maximum":9223372036854775807}', 1.5e-7],
  ['{"x-kubernetes-preserve-unknown-fields":true}', [9007199254740993n, 1.5]],
  [
    '{"type":"array","items":{"type":"integer"}}',
    [9223372036854775807n, -9007199254740993n],
  ],
])('gives %s back as it was: %p', (schema, field) => {
  const form = formOfField(schema);
  const data = JSON.parse(
    JSON.stringify(formDataFromObject(form, { spec: { field } })),
  );
  expect(objectFromForm(form, data)).toEqual({ spec: { field } });
});

it.each(['1.5', '0x10', '1e3', '', ' 1', '12a'])(
  'refuses %p for a whole number',
  field => {
    const form = formOfField(
      '{"type":"integer","maximum":9223372036854775807}',
    );
    expect(new Ajv().compile(form.schema)({ spec: { field } })).toBe(false);
    expect(() => objectFromForm(form, { spec: { field } })).toThrow(
      'spec.field must be a number',
    );
  },
);
