import { structuralCauses } from './structural';

const told = (spec: unknown) =>
  structuralCauses({ type: 'object', properties: { spec } }, 'root').map(
    ({ reason, field = '', message }) =>
      `${reason} ${field.replace('root.properties[spec]', '')} ${message}`,
  );

describe('what an API server says of a schema', () => {
  it.each<[string, unknown, string[]]>([
    ['text', { type: 'string' }, []],
    [
      'no type',
      {},
      [
        'FieldValueRequired .type Required value: must not be empty for specified object fields',
      ],
    ],
    [
      'no type where all is kept',
      { 'x-kubernetes-preserve-unknown-fields': true },
      [],
    ],
    [
      'items without a type',
      { type: 'array', items: {} },
      [
        'FieldValueRequired .items.type Required value: must not be empty for specified array items',
      ],
    ],
    [
      'a list of nothing',
      { type: 'array' },
      ['FieldValueRequired .items Required value: must be specified'],
    ],
    [
      'a type of its own',
      { type: 'text' },
      [
        'FieldValueNotSupported .type Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string"',
      ],
    ],
    [
      'a type in a shape',
      { type: 'object', oneOf: [{ type: 'object', required: ['a'] }] },
      [
        'FieldValueForbidden .oneOf[0].type Forbidden: must be empty to be structural',
      ],
    ],
    [
      'the shapes of int-or-string',
      {
        'x-kubernetes-int-or-string': true,
        anyOf: [{ type: 'integer' }, { type: 'string' }],
      },
      [],
    ],
    [
      'these within another',
      {
        'x-kubernetes-int-or-string': true,
        allOf: [
          { anyOf: [{ type: 'integer' }, { type: 'string' }] },
          { pattern: '^a$' },
        ],
      },
      [],
    ],
    [
      'a description deep in a shape',
      {
        type: 'object',
        properties: { a: { type: 'string' } },
        not: { properties: { a: { description: 'x' } } },
      },
      [
        'FieldValueForbidden .not.properties[a].description Forbidden: must be empty to be structural',
      ],
    ],
    [
      'a pattern that is none',
      { type: 'string', pattern: '^(?!a)' },
      [
        'FieldValueInvalid .pattern Invalid value: "^(?!a)": must be a valid regular expression, but isn\'t',
      ],
    ],
    [
      'fields named and not',
      { type: 'object', properties: {}, additionalProperties: true },
      [
        'FieldValueForbidden .additionalProperties Forbidden: additionalProperties and properties are mutual exclusive',
      ],
    ],
    [
      'no schema at all',
      'x',
      ['FieldValueRequired  Required value: must be a schema'],
    ],
  ])('%s', (_what, schema, causes) => {
    expect(told(schema)).toEqual(causes);
  });
});
