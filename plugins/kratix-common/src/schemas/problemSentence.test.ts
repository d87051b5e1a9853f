import { compileSchema, problemSentence } from './index';
import type { OpenApiSchema } from './types';

const cases: [OpenApiSchema, unknown, string][] = [
  [{ type: 'string' }, 1, 'must be string'],
  [{ 'x-kubernetes-int-or-string': true }, [], 'must be integer or string'],
  [{ enum: ['a', 2, null] }, 'b', 'must be one of "a", 2, null'],
  [
    { enum: Array.from({ length: 12 }, (_, at) => at) },
    'b',
    'must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more',
  ],
  [{ format: 'date' }, 'x', 'must be written as date'],
  [{ pattern: '^a$' }, 'x', 'must match ^a$'],
  [{ minLength: 1 }, '', 'must have at least 1 character'],
  [{ maxLength: 2 }, 'abc', 'must have at most 2 characters'],
  [{ minItems: 2 }, [], 'must have at least 2 items'],
  [{ maxItems: 1 }, [1, 2], 'must have at most 1 item'],
  [{ minProperties: 1 }, {}, 'must have at least 1 field'],
  [{ maxProperties: 0 }, { a: 1 }, 'must have at most 0 fields'],
  [{ minimum: 3 }, 1, 'must be at least 3'],
  [
    { maximum: 9007199254740993n },
    2n ** 62n,
    'must be at most 9007199254740993',
  ],
  [{ minimum: 3, exclusiveMinimum: true }, 3, 'must be more than 3'],
  [{ maximum: 3, exclusiveMaximum: true }, 3, 'must be less than 3'],
  [{ multipleOf: 2 }, 3, 'must be a multiple of 2'],
  [
    { oneOf: [{ minimum: 1 }, { minimum: 2 }] },
    5,
    'must fit exactly one of the shapes that its API allows',
  ],
  [{ not: { enum: ['x'] } }, 'x', 'has a shape that its API forbids'],
  [
    {
      type: 'string',
      'x-kubernetes-validations': [{ rule: 'self == "a"', message: 'only a' }],
    },
    'b',
    'only a',
  ],
];

it.each(cases.map(one => [one[2], one] as const))('%s', (expected, given) => {
  const [schema, value] = given;
  const [problem] = compileSchema({
    type: 'object',
    properties: { a: schema },
  }).check({ a: value });
  expect(problemSentence(problem)).toBe(expected);
});

it.each([
  ['required' as const, 'is required'],
  ['duplicate' as const, 'is there twice'],
  ['name' as const, 'is no valid name'],
  ['unchecked' as const, 'can not be checked'],
])('%s: %s', (rule, expected) => {
  expect(problemSentence({ path: [], rule })).toBe(expected);
});
