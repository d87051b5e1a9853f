import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { formDataFromObject, formOf, objectFromForm } from './index';

const rooted = (properties: object, more: object = {}) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});

/** The drawn field of one property of `spec`. */
const drawn = (property: object, more?: object) => {
  const form = formOf(rooted({ field: property }, more));
  const spec = Object(form.schema.properties).spec;
  return { ...spec.properties.field, ui: Object(form.uiSchema.spec).field };
};

const required = { required: ['field'] };

describe('what is drawn', () => {
  it.each([
    [
      'text',
      { type: 'string', maxLength: 9 },
      { type: 'string', maxLength: 9 },
    ],
    ['a flag', { type: 'boolean' }, { type: 'boolean' }],
    [
      'a whole number within what JavaScript holds',
      { type: 'integer', minimum: 1 },
      { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
    ],
    [
      'an exclusive bound of OpenAPI',
      { type: 'number', minimum: 0, exclusiveMinimum: true },
      { type: 'number', exclusiveMinimum: 0 },
    ],
    [
      'a boolean bound without a number',
      { type: 'number', exclusiveMinimum: true },
      { type: 'number' },
    ],
    [
      'an enumeration in the clothes of a pattern',
      { type: 'string', pattern: '^(small|large)$', default: 'small' },
      {
        type: 'string',
        enum: ['small', 'large'],
        default: 'small',
        ui: { 'ui:widget': 'radio' },
      },
    ],
    [
      'an enumeration of texts, repeated members once',
      { type: 'string', enum: ['x', 'y', 'x'] },
      { type: 'string', enum: ['x', 'y'] },
    ],
    [
      'an enumeration of anything, as JSON text with words beside it',
      {
        'x-kubernetes-preserve-unknown-fields': true,
        enum: ['a', 1, null, ''],
      },
      {
        enum: ['"a"', '1', 'null', '""'],
        ui: { 'ui:enumNames': ['a', '1', '(nothing)', '(empty)'] },
      },
    ],
    [
      'an enumeration that is empty, as none',
      { type: 'string', enum: [] },
      { type: 'string' },
    ],
    [
      'whole number or text',
      { 'x-kubernetes-int-or-string': true, default: 80 },
      { type: 'string', default: '80' },
    ],
    [
      'a list',
      { type: 'array', items: { type: 'string' }, minItems: 0 },
      { type: 'array', items: { type: 'string' } },
    ],
    [
      'a map, as rows',
      { type: 'object', additionalProperties: { type: 'integer' } },
      { type: 'array', items: { required: ['key', 'value'] } },
    ],
    [
      'free fields, as YAML',
      { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      { type: 'string', ui: { 'ui:widget': 'textarea' } },
    ],
    ['a list of anything, as YAML', { type: 'array' }, { type: 'string' }],
    ['a node without a type, as YAML', {}, { type: 'string' }],
    ['a format that only servers know', { type: 'string', format: 'x' }, {}],
  ])('%s', (_what, property, expected) => {
    expect(drawn(property)).toMatchObject(expected);
  });

  it.each([
    ['RE2 syntax', '^(?i)(abort|warn)?$', "a browser can't read it"],
    ['a repeated repetition', '^(a+)+$', 'could take a browser for ever'],
  ])('leaves a pattern to the platform: %s', (_why, pattern, told) => {
    const form = formOf(rooted({ field: { type: 'string', pattern } }));
    expect(drawn({ type: 'string', pattern }).pattern).toBeUndefined();
    expect(form.notes).toEqual([
      {
        level: 'simplified',
        pointer: '/properties/spec/properties/field',
        text: expect.stringContaining(told),
      },
    ]);
  });

  it('keeps a pattern that means the same in a browser', () => {
    const pattern = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
    expect(drawn({ type: 'string', pattern }).pattern).toBe(pattern);
  });

  it('asks for what is required, that first', () => {
    const form = formOf(
      rooted(
        { a: { type: 'string' }, b: { type: 'string' } },
        { required: ['b'] },
      ),
    );
    expect(form.schema).toMatchObject({
      properties: { spec: { required: ['b'] } },
    });
    expect(form.uiSchema).toMatchObject({
      spec: { 'ui:order': ['b', 'a'] },
    });
  });

  it.each([
    ['maxConnections', 'Max connections'],
    ['storageGB', 'Storage GB'],
    ['pg_basebackup', 'Pg basebackup'],
    ['tls', 'TLS'],
    ['dbName', 'DB name'],
    ['app.kubernetes.io/name', 'app.kubernetes.io/name'],
  ])('calls %s "%s"', (name, title) => {
    const form = formOf(rooted({ [name]: { type: 'string' } }));
    expect(JSON.stringify(form.schema)).toContain(`"title":"${title}"`);
  });

  it('breaks template code in what people read, not in values', () => {
    const {
      title,
      description,
      default: start,
      enum: values,
    } = drawn({
      type: 'string',
      title: '${{ secrets.TOKEN }}',
      description: '{% raw %} {{ 7*7 }}',
      enum: ['${{ a }}', 'b'],
      default: '${{ a }}',
    });
    expect(`${title} ${description}`).not.toMatch(/\{[{%#]/);
    expect([start, ...values]).toEqual(['${{ a }}', '${{ a }}', 'b']);
  });

  it('ignores the envelope and shows fields beside spec', () => {
    const form = formOf({
      type: 'object',
      properties: {
        apiVersion: { type: 'string' },
        metadata: { type: 'object' },
        status: { type: 'object' },
        data: { type: 'object', additionalProperties: { type: 'string' } },
      },
    });
    expect(Object.keys(Object(form.schema.properties))).toEqual(['data']);
  });

  it.each([
    ['no schema', undefined],
    ['an empty one', {}],
    ['nonsense', 'type: object'],
    ['fields of any name', { 'x-kubernetes-preserve-unknown-fields': true }],
    ['nonsense for fields', { type: 'object', properties: [] }],
  ])('falls back to YAML for %s', (_what, schema) => {
    const form = formOf(schema);
    expect(form.kind).toBe('yaml');
    expect(form.notes).toHaveLength(1);
    expect(objectFromForm(form, 'spec: { size: 1 }')).toEqual({
      spec: { size: 1 },
    });
  });
});

describe('what becomes of the data', () => {
  const convert = (property: object, field: unknown, more?: object) =>
    objectFromForm(formOf(rooted({ field: property }, more)), {
      spec: { field },
    });
  const port = { type: 'integer', default: 5432 };
  const host = { type: 'string' };
  const backup = {
    type: 'object',
    required: ['host'],
    properties: { host, port },
  };

  it.each([
    ['an optional field that equals its default', port, 5432, {}, undefined],
    [
      'a required field that equals its default',
      port,
      5432,
      { field: 5432 },
      required,
    ],
    ['another value', port, 5433, { field: 5433 }, undefined],
    ['an optional object nobody wants', backup, [], {}, undefined],
    [
      'an optional object somebody wants',
      backup,
      [{ host: 'h', port: 5432 }],
      { field: { host: 'h' } },
      undefined,
    ],
    [
      'an untouched map',
      { ...host, type: 'object', additionalProperties: host },
      [],
      {},
      undefined,
    ],
    [
      'rows of a map',
      { type: 'object', additionalProperties: host },
      [
        { key: '__proto__', value: 'a' },
        { key: 'x/y', value: 'b' },
        { key: 'empty' },
      ],
      { field: { ['__proto__']: 'a', 'x/y': 'b', empty: '' } },
      undefined,
    ],
    [
      'a list emptied against its default',
      { type: 'array', items: host, default: ['a'] },
      [],
      { field: [] },
      undefined,
    ],
    [
      'a default given again, by value',
      { type: 'array', items: host, default: ['a'] },
      ['a'],
      {},
      undefined,
    ],
    [
      'null chosen against a default',
      { ...host, nullable: true, default: 'a' },
      [],
      { field: null },
      undefined,
    ],
    [
      'a number where text is welcome too',
      { 'x-kubernetes-int-or-string': true },
      '8080',
      { field: 8080 },
      undefined,
    ],
    [
      'text that looks like a number',
      { 'x-kubernetes-int-or-string': true },
      '"8080"',
      { field: '8080' },
      undefined,
    ],
    [
      'text with a leading zero',
      { 'x-kubernetes-int-or-string': true },
      '08080',
      { field: '08080' },
      undefined,
    ],
    ['YAML', {}, 'a: [1, yes]', { field: { a: [1, 'yes'] } }, undefined],
    [
      'all digits of a number in YAML',
      {},
      '{ a: [9007199254740993] }',
      { field: { a: [9007199254740993n] } },
      undefined,
    ],
    [
      'all digits of a number that may be large',
      { type: 'integer', maximum: 9223372036854775807n },
      '9223372036854775807',
      { field: 9223372036854775807n },
      undefined,
    ],
    [
      'an encoded choice',
      { enum: [0, '0', null] },
      '"0"',
      { field: '0' },
      undefined,
    ],
    [
      'template text',
      { ...host, default: '${{ a }}' },
      '${{ b }}',
      { field: '${{ b }}' },
      undefined,
    ],
  ])('%s', (_what, property, field, spec, more) => {
    expect(convert(property, field, more)).toStrictEqual({ spec });
  });

  it('compares with a parent’s default as a whole', () => {
    const parent = {
      type: 'object',
      default: { child: 'from-parent' },
      properties: {
        child: { type: 'string', default: 'from-child' },
        sibling: { type: 'integer', default: 5 },
      },
    };
    expect(drawn(parent).properties.child.default).toBe('from-parent');
    const untouched = { child: 'from-parent', sibling: 5 };
    expect(convert(parent, untouched)).toEqual({ spec: {} });
    // Once the object is sent, its own default no longer applies.
    expect(convert(parent, { ...untouched, sibling: 6 })).toEqual({
      spec: { field: { child: 'from-parent', sibling: 6 } },
    });
  });

  it.each([
    ['YAML that is none', {}, '{ a', /^spec\.field is no valid YAML/],
    ['text for a number', { type: 'integer' }, 'x', /must be a number/],
    [
      'a choice that is not offered',
      { enum: ['a'] },
      'b',
      /none of the values/,
    ],
    [
      'a name given twice',
      { type: 'object', additionalProperties: host },
      [
        { key: 'a', value: '1' },
        { key: 'a', value: '2' },
      ],
      /'a' twice/,
    ],
  ])('refuses %s, naming the field', (_what, property, field, message) => {
    expect(() => convert(property, field)).toThrow(message);
    expect(() => convert(property, field)).toThrow(
      expect.objectContaining({
        causes: [expect.objectContaining({ field: 'spec.field' })],
      }),
    );
  });

  it('never lets a form write the envelope', () => {
    const form = formOf({});
    expect(() => objectFromForm(form, 'metadata: { name: x }')).toThrow(
      'metadata is not part of the form',
    );
  });

  it('keeps fields that the schema allows without naming them', () => {
    const form = formOf(
      rooted({ known: host }, { 'x-kubernetes-preserve-unknown-fields': true }),
    );
    const object = { spec: { known: 'a', other: { deep: [1] } } };
    expect(objectFromForm(form, formDataFromObject(form, object))).toEqual(
      object,
    );
  });

  it('takes hostile names for data', () => {
    const names = ['__proto__', 'constructor', 'ui:order', '$ref', 'a.b', '10'];
    const properties = Object.fromEntries(
      names.map(name => [name, { type: 'string' }]),
    );
    const form = formOf(rooted(properties));
    const spec = Object.fromEntries(names.map(name => [name, `v ${name}`]));
    const data = formDataFromObject(form, { spec });
    expect(JSON.stringify(data)).not.toContain('__proto__":');
    expect(
      Object.entries(Object(objectFromForm(form, data).spec)).sort(),
    ).toEqual(Object.entries(spec).sort());
    const ajv = addFormats(new Ajv({ strict: false }));
    expect(ajv.validate(form.schema, data)).toBe(true);
  });
});
