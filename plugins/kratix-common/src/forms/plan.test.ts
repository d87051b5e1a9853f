import { formOf, objectFromForm, type ObjectPlan } from './index';

const rooted = (properties: object, more: object = {}) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});

const fieldsOf = (schema: unknown) => {
  const root = formOf(schema).plan as ObjectPlan;
  const { fields } = root.fields[0].plan as ObjectPlan;
  return Object.fromEntries(fields.map(({ name, plan }) => [name, plan]));
};

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `n${index}`);

describe('what a field is typed into, without any hint', () => {
  it.each([
    ['a', { type: 'string' }, undefined],
    ['a', { type: 'string', maxLength: 253 }, undefined],
    ['a', { type: 'string', maxLength: 4096 }, 'textarea'],
    ['a', { type: 'string', maxLength: 4096, pattern: '^a' }, undefined],
    ['a', { type: 'string', default: 'a\nb' }, 'textarea'],
    ['a', { type: 'string', format: 'byte' }, 'textarea'],
    ['a', { type: 'string', format: 'password' }, 'password'],
    ['adminPassword', { type: 'string' }, 'password'],
    ['api_token', { type: 'string' }, 'password'],
    ['passwordSecretName', { type: 'string' }, undefined],
    ['key', { type: 'string' }, undefined],
    ['tokenizer', { type: 'string' }, undefined],
    ['a', { type: 'string', enum: names(4) }, 'radio'],
    ['a', { type: 'string', enum: names(5) }, 'select'],
    ['a', { type: 'string', enum: names(16) }, 'autocomplete'],
    ['a', { type: 'integer', minimum: 1, maximum: 5, default: 1 }, 'slider'],
    ['a', { type: 'integer', minimum: 1, maximum: 5 }, undefined],
    ['a', { type: 'integer', minimum: 0, maximum: 99, default: 1 }, undefined],
  ])('%s: %j', (name, schema, widget) => {
    expect(fieldsOf(rooted({ [name]: schema }))[name]).toMatchObject({
      ...(widget && { widget }),
    });
    expect(Object(fieldsOf(rooted({ [name]: schema }))[name]).widget).toBe(
      widget,
    );
  });
});

describe('what can’t change', () => {
  const rule = (text: string, message?: string) => ({
    'x-kubernetes-validations': [{ rule: text, message }],
  });

  it('is said by a rule of its own, with the rule’s words', () => {
    const a = { type: 'string', ...rule('self == oldSelf', 'Set for good') };
    expect(fieldsOf(rooted({ a }))).toMatchObject({
      a: { fixed: { message: 'Set for good' } },
    });
  });

  it('is said from above', () => {
    const a = { type: 'string' };
    const schema = rooted({ a, b: a }, rule('self.a == oldSelf.a', 'Fixed'));
    const { a: fixed, b: free } = fieldsOf(schema);
    expect(fixed.fixed).toEqual({ message: 'Fixed' });
    expect(free.fixed).toBeUndefined();
  });

  it('is said from the very top', () => {
    const schema = {
      ...rooted({ a: { type: 'string' } }),
      ...rule('self.spec.a == oldSelf.spec.a'),
    };
    expect(fieldsOf(schema).a.fixed).toEqual({});
  });

  it('is nothing in a list whose entries have no past', () => {
    const items = {
      type: 'object',
      properties: { a: { type: 'string', ...rule('self == oldSelf') } },
    };
    const fixedIn = (more: object) =>
      JSON.stringify(
        fieldsOf(rooted({ list: { type: 'array', items, ...more } })),
      ).includes('"fixed"');
    expect(fixedIn({})).toBe(false);
    expect(
      fixedIn({
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['a'],
      }),
    ).toBe(true);
  });
});

describe('lists without repetition', () => {
  const item = {
    type: 'object',
    properties: { name: { type: 'string' }, port: { type: 'integer' } },
  };
  const byKeys = {
    type: 'array',
    items: item,
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name', 'port'],
  };
  const set = {
    type: 'array',
    items: { type: 'string' },
    'x-kubernetes-list-type': 'set',
  };
  const read = (field: object, data: unknown) =>
    objectFromForm(formOf(rooted({ list: field })), { spec: { list: data } });

  it.each([
    [
      byKeys,
      [
        { name: 'a', port: 1 },
        { name: 'a', port: 1 },
      ],
    ],
    [set, ['a', 'b', 'a']],
  ])('are refused, by the entry that is one too many', (field, data) => {
    expect(() => read(field, data)).toThrow(
      new RegExp(`spec\\.list\\[${data.length - 1}\\] is the same as \\[0\\]`),
    );
  });

  it('are let pass where any key differs', () => {
    const data = [
      { name: 'a', port: 1 },
      { name: 'a', port: 2 },
      { name: 'a' },
    ];
    expect(read(byKeys, data)).toEqual({ spec: { list: data } });
  });
});

describe('null', () => {
  const nullable = { type: 'string', nullable: true };

  it.each([
    ['stays where nobody typed anything', undefined, null],
    ['gives way to what was typed', 'a', 'a'],
  ])('%s', (_what, typed, expected) => {
    const form = formOf(rooted({ a: nullable }));
    const data = { spec: { a: typed, 'key-null': ['a'] } };
    expect(objectFromForm(form, data)).toEqual({ spec: { a: expected } });
  });

  it('is sent by default where the parent’s default says so', () => {
    const parent = {
      type: 'object',
      default: { a: null },
      properties: { a: nullable },
    };
    const form = formOf(rooted({ parent }));
    expect(form.schema).toMatchObject({
      properties: {
        spec: {
          properties: {
            parent: { properties: { 'key-null': { default: ['a'] } } },
          },
        },
      },
    });
    const untouched = { spec: { parent: { 'key-null': ['a'] } } };
    expect(objectFromForm(form, untouched)).toEqual({ spec: {} });
  });
});

describe('what a text of YAML knows of its schema', () => {
  const free = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  const said = {
    type: 'object',
    'x-kratix-portal': { widget: 'yaml' },
    properties: { tier: { type: 'string' } },
  };

  it.each([
    ['by its author’s wish', said],
    [
      'a whole object',
      { type: 'object', 'x-kubernetes-embedded-resource': true },
    ],
    ['a list of such texts', { type: 'array', items: said }],
    ['a map of such texts', { type: 'object', additionalProperties: said }],
    ['without a type', { oneOf: [{ properties: { tier: {} } }] }],
  ])('all there is: %s', (_what, schema) => {
    const { a } = fieldsOf(rooted({ a: schema }));
    expect(a).toMatchObject({ kind: 'yaml', schema });
  });

  it.each([
    ['fields of any name', free],
    ['a list of anything', { type: 'array' }],
    ['lists of fields of any name', { type: 'array', items: free }],
    ['no schema', true],
  ])('nothing where that would not help: %s', (_what, schema) => {
    const { a } = fieldsOf(rooted({ a: schema }));
    expect(a).toMatchObject({ kind: 'yaml' });
    expect(a).not.toHaveProperty('schema');
  });
});
