import { compileSchema } from '../compileSchema';
import type { OpenApiSchema } from '../types';

const check = (schema: OpenApiSchema, value: unknown, previous?: unknown) =>
  compileSchema({ type: 'object', properties: { spec: schema } }).check(
    { spec: value },
    previous === undefined ? undefined : { spec: previous },
  );

const text = { type: 'string' };
const whole = { type: 'integer' };

describe('to a server', () => {
  const judged = (
    rule: NonNullable<OpenApiSchema['x-kubernetes-validations']>[number],
    value: unknown,
  ) =>
    compileSchema(
      { 'x-kubernetes-validations': [rule] },
      { by: 'server' },
    ).check(value);

  it.each<[string, unknown, string]>([
    ["self['x'] == 'y'", { a: 'b' }, 'no such key: x'],
    ['self.b == 1', {}, 'no such key: b'],
    ['self[3] == 1', [1], 'index out of bounds: 3'],
    ['self.charAt(5) == ""', 'x', 'index out of range: 5'],
    ['1 / self > 0', 0, 'division by zero'],
    ['1 % self == 0', 0, 'modulus by zero'],
    ['self + 1 > 0', 2n ** 63n - 1n, 'integer overflow'],
    ['int(self) > 3', 'x', "type conversion error from 'string' to 'int'"],
    [
      'duration(self) > duration("1s")',
      'x',
      "type conversion error from 'string' to 'google.protobuf.Duration'",
    ],
    ['quantity(self).isGreaterThan(quantity("1"))', 'x', 'not a quantity'],
  ])('%s errs for %p, which is a refusal', (rule, value, why) => {
    const problem = { path: [], rule: 'cel', value };
    const reason = 'FieldValueInvalid';
    expect(judged({ rule, reason: 'FieldValueForbidden' }, value)).toEqual([
      { ...problem, message: `${why} evaluating rule: ${rule}`, reason },
    ]);
    expect(judged({ rule, message: ' no ', fieldPath: '.a' }, value)).toEqual([
      { ...problem, message: `${why} evaluating rule: no`, reason },
    ]);
  });

  it.each<[string, string, unknown]>([
    ['needs a function that is not here', 'self.unheardOf() > 1', [1]],
    ['is of types that do not go together', 'self + 1 == 2', 'a'],
    [
      'takes too long',
      'self.all(a, self.all(b, self.all(c, self.all(d, a + b + c + d > 0))))',
      Array(60).fill(1),
    ],
    ['errs where it does not matter', 'self.b == 1 || self.a == 1', { a: 1 }],
  ])('one that %s refuses nothing', (_what, rule, value) => {
    expect(judged({ rule }, value)).toEqual([]);
  });
});

describe('rules', () => {
  const withRule = (
    schema: OpenApiSchema,
    ...rules: NonNullable<OpenApiSchema['x-kubernetes-validations']>
  ): OpenApiSchema => ({ ...schema, 'x-kubernetes-validations': rules });
  const range: OpenApiSchema = {
    type: 'object',
    properties: {
      min: whole,
      max: whole,
      'a.b': { type: 'object', properties: { 'c-d': text } },
      factor: { type: 'number' },
      wait: { ...text, format: 'duration' },
      at: { ...text, format: 'date-time' },
    },
  };

  it('speak at the field that they name, with their reason', () => {
    const schema = withRule(range, {
      rule: 'self.min <= self.max',
      messageExpression: '"at most " + string(self.max)',
      reason: 'FieldValueForbidden',
      fieldPath: ".min['x.y'].z",
    });
    expect(check(schema, { min: 3n, max: 2 })).toEqual([
      {
        path: ['spec', 'min', 'x.y', 'z'],
        rule: 'cel',
        value: { min: 3n, max: 2 },
        message: 'at most 2',
        reason: 'FieldValueForbidden',
      },
    ]);
  });

  it.each<[string, string, object, boolean]>([
    [
      'names with dots and dashes',
      'self.a__dot__b.c__dash__d == "x"',
      { 'a.b': { 'c-d': 'y' } },
      true,
    ],
    [
      'a whole number where fractions may be',
      'self.factor < 1.5',
      { factor: 2 },
      true,
    ],
    [
      'beyond 2^53',
      'self.min == 9007199254740993',
      { min: 9007199254740992n },
      true,
    ],
    ['a duration', 'self.wait < duration("1h")', { wait: '90m' }, true],
    [
      'a time',
      'self.at < timestamp("2020-01-01T00:00:00Z")',
      { at: '2021-01-01T00:00:00Z' },
      true,
    ],
    ['one that errs is left to the server', 'self.min > 1', {}, false],
    ['one that nobody can read is not', 'self.min >', { min: 1 }, false],
  ])('%s', (_what, rule, value, isBroken) => {
    const problems = check(withRule(range, { rule, message: 'no' }), value);
    expect(problems.map(({ message }) => message)).toEqual(
      isBroken ? ['no'] : [],
    );
  });

  it.each<[string, string, boolean, unknown, unknown, number]>([
    [
      'a change that a transition rule forbids',
      'self == oldSelf',
      false,
      'b',
      'a',
      1,
    ],
    ['no change', 'self == oldSelf', false, 'a', 'a', 0],
    ['nothing was there before', 'self == oldSelf', false, 'b', undefined, 0],
    [
      'what was before is optional, and absent',
      'oldSelf.hasValue() || self == "x"',
      true,
      'b',
      undefined,
      1,
    ],
    [
      'a part of it',
      'oldSelf.?x.orValue(self.x) == self.x',
      true,
      { x: 2 },
      { x: 1 },
      1,
    ],
    [
      'no part of it',
      'oldSelf.?x.orValue(self.x) == self.x',
      true,
      { x: 2 },
      undefined,
      0,
    ],
    [
      'and there',
      'oldSelf.hasValue() && oldSelf.value() == "a"',
      true,
      'b',
      'a',
      0,
    ],
    [
      'what was broken before and did not change',
      'self == "x"',
      false,
      'a',
      'a',
      0,
    ],
  ])('%s', (_what, rule, optionalOldSelf, value, previous, problems) => {
    const schema = withRule({}, { rule, optionalOldSelf });
    expect(check(schema, value, previous)).toHaveLength(problems);
  });

  it('of an item are told what it was by its key', () => {
    const schema: OpenApiSchema = {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      items: withRule(
        { type: 'object', properties: { name: text, size: whole } },
        { rule: 'self.size >= oldSelf.size', message: 'shrinks' },
      ),
    };
    const before = [
      { name: 'a', size: 1 },
      { name: 'b', size: 5 },
    ];
    const now = [
      { name: 'b', size: 4 },
      { name: 'c', size: 0 },
      { name: 'a', size: 2 },
    ];
    expect(check(schema, now, before)).toMatchObject([{ path: ['spec', 0] }]);
  });

  it('are not asked where something else blocks them', () => {
    const schema = withRule(
      { ...range, required: ['max'] },
      { rule: 'self.min < 0' },
    );
    expect(check(schema, { min: 1 })).toMatchObject([{ rule: 'required' }]);
  });

  it('are asked for a while and no longer', () => {
    const schema: OpenApiSchema = {
      type: 'array',
      items: withRule(
        { type: 'array', items: whole },
        { rule: 'self.all(a, self.all(b, self.all(c, a + b + c >= 0)))' },
      ),
    };
    const list = Array.from({ length: 60 }, (_, at) => at);
    const value = Array.from({ length: 60 }, () => list);
    const began = performance.now();
    expect(check(schema, value)).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
