import { compileSchema, defaultProblems } from './index';
import type { OpenApiSchema } from './types';

const inSpec = (schema: OpenApiSchema): OpenApiSchema => ({
  type: 'object',
  properties: { 'a.b': schema },
});

describe('a default that its own schema refuses', () => {
  it.each<[string, OpenApiSchema, string[]]>([
    ['of another type', { type: 'integer', default: '3' }, ['type ']],
    ['no member', { enum: ['a'], default: 'b' }, ['enum ']],
    [
      'a wrong item',
      { type: 'array', items: { type: 'integer' }, default: [1, 'two'] },
      ['type 1'],
    ],
    [
      'less than is required',
      {
        type: 'object',
        required: ['mode'],
        properties: { mode: { type: 'string', default: 'auto' } },
        default: {},
      },
      ['required mode'],
    ],
    [
      'an unknown field',
      { type: 'object', properties: {}, default: { kind: 1 } },
      ['unknown kind'],
    ],
    [
      'against a rule',
      {
        type: 'integer',
        default: 1,
        'x-kubernetes-validations': [{ rule: 'self > 1' }],
      },
      ['cel '],
    ],
    ['a good one', { type: 'object', default: {} }, []],
    ['null is none', { type: 'string', default: null }, []],
  ])('%s', (_what, schema, expected) => {
    const found = defaultProblems(inSpec(schema));
    expect(
      found.flatMap(({ unknown, problems }) => [
        ...unknown.map(path => `unknown ${path.join('/')}`),
        ...problems.map(({ rule, path }) => `${rule} ${path.join('/')}`),
      ]),
    ).toEqual(expected);
    expect(found.map(({ at }) => at)).toEqual(
      expected.length > 0 ? [['properties', 'a.b', 'default']] : [],
    );
  });

  it('a default of null is never filled in', () => {
    const schema = inSpec({ type: 'string', nullable: true, default: null });
    expect(compileSchema(schema).shape({})).toEqual({});
  });
});
