import { compileSchema } from './compileSchema';
import type { OpenApiSchema, SchemaProblem } from './types';

const check = (schema: OpenApiSchema, value: unknown, previous?: unknown) =>
  compileSchema({ type: 'object', properties: { spec: schema } }).check(
    { spec: value },
    previous === undefined ? undefined : { spec: previous },
  );
const told = (problems: SchemaProblem[]) =>
  problems.map(({ rule, path }) => `${rule} ${path.slice(1).join('/')}`.trim());

const text = { type: 'string' };
const whole = { type: 'integer' };
const int64Max = 2n ** 63n - 1n;

it('a server takes an int32 for any whole number', () => {
  const schema = { ...whole, format: 'int32' };
  const server = compileSchema(schema, { by: 'server' });
  expect(server.check(2 ** 31)).toEqual([]);
  expect(server.check('x')).toMatchObject([{ rule: 'type' }]);
});

describe('what a schema says of a value', () => {
  it.each<[string, OpenApiSchema, unknown, string[]]>([
    ['text for a number', whole, '1', ['type']],
    ['a fraction for a whole number', whole, 1.5, ['type']],
    ['the largest int64', whole, int64Max, []],
    ['one more', whole, int64Max + 1n, ['type']],
    ['one more, as a number', { type: 'number' }, int64Max + 1n, []],
    ['a number beyond 2^53 that was no bigint', whole, 2 ** 60, ['type']],
    ['beyond int32', { ...whole, format: 'int32' }, 2 ** 31, ['format']],
    [
      'a neighbour of a member beyond 2^53',
      { ...whole, enum: [9007199254740993n] },
      9007199254740992n,
      ['enum'],
    ],
    ['that member', { enum: [9007199254740993n] }, 9007199254740993n, []],
    ['a whole number, large or not', { enum: [1n] }, 1, []],
    [
      'beyond a limit by one',
      { ...whole, maximum: 9007199254740993n },
      9007199254740994n,
      ['maximum'],
    ],
    [
      'at an open limit',
      { ...whole, minimum: 0, exclusiveMinimum: true },
      0,
      ['exclusiveMinimum'],
    ],
    ['an open limit that is none', { exclusiveMinimum: true }, -5, []],
    ['the whole part of a limit', { type: 'number', minimum: 0.5 }, 0, []],
    [
      'cents that are none in binary',
      { multipleOf: 0.01 },
      19.99,
      ['multipleOf'],
    ],
    ['tenths', { type: 'number', multipleOf: 0.1 }, 0.5, []],
    ['no multiple, large', { multipleOf: 10 }, int64Max, ['multipleOf']],
    ['a multiple of nothing', { ...whole, multipleOf: 0 }, 7, ['multipleOf']],
    ['a whole number of cents', { multipleOf: 0.01 }, 3, ['multipleOf']],
    ['null that may be', { ...text, nullable: true }, null, []],
    ['null that may not', text, null, ['type']],
    [
      'null that may be and is no member',
      { ...text, nullable: true, enum: ['a'] },
      null,
      ['enum'],
    ],
    ['null among the members', { nullable: true, enum: ['a', null] }, null, []],
    ['no members at all', { enum: [] }, 'x', []],
    ['repeated members', { enum: ['a', 'a'] }, 'a', []],
    [
      'an object as a member',
      { enum: [{ a: [1, { b: 2 }] }] },
      { a: [1, { b: 2 }] },
      [],
    ],
    ['two emoji are two', { ...text, minLength: 2, maxLength: 2 }, '😀😀', []],
    ['three are three', { ...text, maxLength: 2 }, '😀😀😀', ['maxLength']],
    [
      'a pattern of RE2',
      { ...text, pattern: '^(?i)(abort|warn)?$' },
      'ABORT',
      [],
    ],
    [
      'one that it breaks',
      { ...text, pattern: '\\A[a-z]+\\z' },
      'a1',
      ['pattern'],
    ],
    ['one that nobody can read', { ...text, pattern: '(' }, 'a', []],
    ['int-or-string', { 'x-kubernetes-int-or-string': true }, '08080', []],
    ['neither', { 'x-kubernetes-int-or-string': true }, true, ['type']],
    [
      'too few items',
      { type: 'array', minItems: 1, items: text },
      [],
      ['minItems'],
    ],
    ['a wrong item', { type: 'array', items: text }, ['a', 1], ['type 1']],
    [
      'a field that is missing',
      { required: ['a.b', '__proto__'] },
      {},
      ['required a.b', 'required __proto__'],
    ],
    [
      'an inherited name is no field',
      { required: ['constructor', 'toString'] },
      {},
      ['required constructor', 'required toString'],
    ],
    [
      'a wrong value in a map',
      { type: 'object', additionalProperties: whole },
      { 'a/b': 'x', '0': 1 },
      ['type a/b'],
    ],
    [
      'an embedded resource',
      { type: 'object', 'x-kubernetes-embedded-resource': true },
      { kind: 'X' },
      ['required apiVersion'],
    ],
    [
      'none of two shapes: what the better one lacks',
      {
        anyOf: [
          { required: ['x'] },
          { properties: { a: text, b: { maxLength: 1 } }, required: ['y'] },
        ],
      },
      { a: 'a', b: 'bb' },
      ['anyOf', 'maxLength b', 'required y'],
    ],
    ['two of one', { oneOf: [whole, { minimum: 0 }] }, 1, ['oneOf']],
    ['what it must not be', { not: text }, 'a', ['not']],
    ['all of them', { allOf: [whole, { minimum: 3 }] }, 1, ['minimum']],
    [
      'twice in a set',
      { type: 'array', 'x-kubernetes-list-type': 'set', items: whole },
      [1, 2, 1n],
      ['duplicate 2'],
    ],
    [
      'the same keys twice in a list that is a map',
      {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name', 'port'],
        items: { type: 'object' },
      },
      [{ name: 'a', port: 1 }, { name: 'a' }, { name: 'a', port: 1, x: 1 }],
      ['duplicate 2'],
    ],
  ])('%s', (_what, schema, value, problems) => {
    expect(told(check(schema, value))).toEqual(problems);
  });

  it('places are exact, whatever the names', () => {
    const names = ['a.b', 'a/b', 'a~1b', '', '10', '__proto__', 'constructor'];
    const properties = Object.fromEntries(
      names.map(name => [name, { type: 'array', items: whole }]),
    );
    const value = Object.fromEntries(names.map(name => [name, ['x']]));
    const paths = check({ type: 'object', properties }, value).map(
      ({ path }) => path,
    );
    expect(new Set(paths)).toEqual(
      new Set(names.map(name => ['spec', name, 0])),
    );
  });
});

describe('what was wrong before', () => {
  const schema: OpenApiSchema = {
    type: 'object',
    properties: {
      size: whole,
      limits: { type: 'object', additionalProperties: whole },
      users: {
        type: 'array',
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
        items: { type: 'object', properties: { name: text, age: whole } },
      },
      list: { type: 'array', items: whole },
      set: { type: 'array', 'x-kubernetes-list-type': 'set', items: whole },
    },
  };

  it.each<[string, unknown, unknown, string[]]>([
    ['and did not change is let pass', { size: 'x', a: 1 }, { size: 'x' }, []],
    ['and changed is not', { size: 'y' }, { size: 'x' }, ['type size']],
    ['in a map', { limits: { a: 'x', b: 1 } }, { limits: { a: 'x' } }, []],
    [
      'in an item that its key tells',
      { users: [{ name: 'b' }, { name: 'a', age: 'x' }] },
      { users: [{ name: 'a', age: 'x' }] },
      [],
    ],
    [
      'in an item without a key',
      { list: ['x', 1] },
      { list: ['x'] },
      ['type list/0'],
    ],
  ])('%s', (_what, value, previous, problems) => {
    expect(told(check(schema, value, previous))).toEqual(problems);
  });
});

describe('what authors are told is not checked', () => {
  it('each part, with its place in the schema', () => {
    const schema = {
      type: 'object',
      properties: {
        a: { type: 'string', pattern: '(', maxLength: 'x' },
        b: {
          enum: 'a',
          'x-kubernetes-validations': [{ rule: 'self ==' }, { rule: 'true' }],
        },
      },
    } as unknown as OpenApiSchema;
    expect(compileSchema(schema).unchecked()).toEqual([
      {
        path: ['properties', 'a', 'maxLength'],
        rule: 'unchecked',
        expected: 'maxLength',
      },
      {
        path: ['properties', 'a', 'pattern'],
        rule: 'unchecked',
        expected: '(',
      },
      {
        path: ['properties', 'b', 'enum'],
        rule: 'unchecked',
        expected: 'enum',
      },
      {
        path: ['properties', 'b', 'x-kubernetes-validations', 0, 'rule'],
        rule: 'unchecked',
        expected: 'self ==',
      },
    ]);
  });
});

describe('shape', () => {
  const { shape } = compileSchema({
    type: 'object',
    properties: {
      spec: {
        type: 'object',
        properties: Object.fromEntries([
          ['__proto__', { type: 'integer', default: 1 }],
          ['size', { type: 'string', default: 'small' }],
          [
            'free',
            { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          ],
        ]),
      },
    },
  });

  it('drops what is unknown and fills in what is missing', () => {
    const unknown: unknown[] = [];
    const shaped = shape(
      { kind: 'X', metadata: { any: 1 }, spec: { sice: 1, free: { a: 1 } } },
      path => unknown.push(path),
    );
    expect(unknown).toEqual([['spec', 'sice']]);
    expect(JSON.stringify(shaped)).toBe(
      '{"kind":"X","metadata":{"any":1},"spec":{"free":{"a":1},"__proto__":1,"size":"small"}}',
    );
  });

  it('is the same object where nothing has to change', () => {
    const object = {
      spec: JSON.parse('{"__proto__": 2, "size": "large"}') as unknown,
    };
    expect(shape(object)).toBe(object);
  });
});
