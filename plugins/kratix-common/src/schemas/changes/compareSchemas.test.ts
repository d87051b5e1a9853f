import type { OpenApiSchema } from '../types';
import { compareSchemas } from './compareSchemas';

const spec = (
  properties: Record<string, OpenApiSchema>,
  more: OpenApiSchema = {},
): OpenApiSchema => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});

const field = (one: OpenApiSchema) => spec({ size: one });
const text: OpenApiSchema = { type: 'string' };
const list = (items: OpenApiSchema, more: OpenApiSchema = {}) =>
  field({ type: 'array', items, ...more });
const cel = (...rules: string[]): OpenApiSchema => ({
  'x-kubernetes-validations': rules.map(rule => ({ rule })),
});

/** `kind path`, with `!` where it breaks. */
const told = (before: unknown, after: unknown) =>
  compareSchemas(before, after).map(
    ({ kind, path, breaking }) => `${kind} ${path}${breaking ? ' !' : ''}`,
  );

it.each<[string, OpenApiSchema, OpenApiSchema, string[]]>([
  ['a new field', spec({}), field(text), ['field-added spec.size']],
  [
    'a new field with a default, which Kratix fills in',
    spec({}),
    field({ ...text, default: 'small' }),
    ['field-added spec.size'],
  ],
  [
    'a new default field where fields are counted',
    spec({}, { maxProperties: 1 }),
    spec({ size: { ...text, default: 'small' } }, { maxProperties: 1 }),
    ['field-added spec.size !'],
  ],
  [
    'a new required field',
    spec({}),
    spec({ size: text }, { required: ['size'] }),
    ['field-added spec.size', 'now-required spec.size !'],
  ],
  [
    'a required field that is filled in',
    field({ ...text, default: 'a' }),
    spec({ size: { ...text, default: 'a' } }, { required: ['size'] }),
    ['now-required spec.size'],
  ],
  [
    'a field that need not be set any more',
    spec({ size: text }, { required: ['size'] }),
    field(text),
    ['no-longer-required spec.size'],
  ],
  [
    'a field that is gone',
    field(text),
    spec({}),
    ['field-removed spec.size !'],
  ],
  [
    'text that becomes a number',
    field(text),
    field({ type: 'integer' }),
    ['type-narrowed spec.size !'],
  ],
  [
    'whole numbers that may be fractions',
    field({ type: 'integer' }),
    field({ type: 'number' }),
    ['type-widened spec.size'],
  ],
  [
    'fractions that must be whole',
    field({ type: 'number' }),
    field({ type: 'integer' }),
    ['type-narrowed spec.size !'],
  ],
  [
    'a number or text that must be text',
    field({ 'x-kubernetes-int-or-string': true }),
    field(text),
    ['type-narrowed spec.size !'],
  ],
  [
    'null that is no value any more',
    field({ ...text, nullable: true }),
    field(text),
    ['type-narrowed spec.size !'],
  ],
  [
    'null that is a value now',
    field(text),
    field({ ...text, nullable: true }),
    ['type-widened spec.size'],
  ],
  [
    'values taken away',
    field({ ...text, enum: ['a', 'b'] }),
    field({ ...text, enum: ['b', 'c'] }),
    ['values-narrowed spec.size !'],
  ],
  [
    'one more value',
    field({ ...text, enum: ['a'] }),
    field({ ...text, enum: ['b', 'a'] }),
    ['values-widened spec.size'],
  ],
  [
    'an enum that is written as a pattern now',
    field({ ...text, enum: ['small', 'large'] }),
    field({ ...text, pattern: '^(small|large)$' }),
    [],
  ],
  [
    'fewer values of an enum that is a pattern',
    field({ ...text, pattern: '^(small|large)$' }),
    field({ ...text, pattern: '^(small|medium)$' }),
    ['values-narrowed spec.size !'],
  ],
  [
    'another pattern',
    field({ ...text, pattern: '^a+$' }),
    field({ ...text, pattern: '^a*$' }),
    ['pattern-changed spec.size !'],
  ],
  [
    'a format that is checked',
    field(text),
    field({ ...text, format: 'date' }),
    ['pattern-changed spec.size !'],
  ],
  [
    'a format that nobody checks',
    field(text),
    field({ ...text, format: 'colour' }),
    ['pattern-changed spec.size'],
  ],
  [
    'a format of which nothing is left',
    field({ type: 'integer', format: 'int64' }),
    field({ type: 'integer' }),
    [],
  ],
  [
    'numbers that must be small',
    field({ type: 'integer', format: 'int64' }),
    field({ type: 'integer', format: 'int32' }),
    ['limits-narrowed spec.size !'],
  ],
  [
    'limits both ways',
    field({ type: 'integer', minimum: 1, maximum: 5 }),
    field({ type: 'integer', minimum: 2, maximum: 9 }),
    ['limits-narrowed spec.size !', 'limits-widened spec.size'],
  ],
  [
    'a limit that is itself no value any more',
    field({ type: 'integer', minimum: 1 }),
    field({ type: 'integer', minimum: 1, exclusiveMinimum: true }),
    ['limits-narrowed spec.size !'],
  ],
  [
    'a limit below, of which the whole part is the same',
    field({ type: 'number', minimum: 1.5 }),
    field({ type: 'number', minimum: 1.2, exclusiveMinimum: true }),
    ['limits-narrowed spec.size !'],
  ],
  [
    'limits beyond what a number holds',
    field({ type: 'integer', maximum: 9223372036854775807n }),
    field({ type: 'integer', maximum: 9223372036854775806n }),
    ['limits-narrowed spec.size !'],
  ],
  [
    'a factor of the old one',
    field({ type: 'integer', multipleOf: 4 }),
    field({ type: 'integer', multipleOf: 2 }),
    ['limits-widened spec.size'],
  ],
  [
    'another factor',
    field({ type: 'integer', multipleOf: 4 }),
    field({ type: 'integer', multipleOf: 3 }),
    ['limits-narrowed spec.size !'],
  ],
  ['a least length of none', field(text), field({ ...text, minLength: 0 }), []],
  [
    'a default that is another',
    field({ ...text, default: 'a' }),
    field({ ...text, default: 'b' }),
    ['default-changed spec.size !'],
  ],
  [
    'a default of null, which is none',
    field({ ...text, nullable: true, default: null }),
    field({ ...text, nullable: true }),
    [],
  ],
  [
    'what lists hold',
    list({ type: 'object', properties: { name: text } }),
    list({ type: 'object', properties: { name: text, kind: text } }),
    ['field-added spec.size[].kind'],
  ],
  [
    'a list that must be a set',
    list(text),
    list(text, { 'x-kubernetes-list-type': 'set' }),
    ['rule-added spec.size !'],
  ],
  [
    'what maps hold',
    field({ type: 'object', additionalProperties: text }),
    field({ type: 'object', additionalProperties: { type: 'integer' } }),
    ['type-narrowed spec.size{} !'],
  ],
  [
    'a map that keeps nothing any more',
    field({ type: 'object', additionalProperties: true }),
    field({ type: 'object' }),
    ['type-narrowed spec.size{} !'],
  ],
  [
    'an object that keeps what it does not know',
    field({ type: 'object' }),
    field({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }),
    ['type-widened spec.size{}'],
  ],
  [
    'a name for what was kept unnamed',
    field({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }),
    field({
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { a: text },
    }),
    ['field-added spec.size.a !'],
  ],
  [
    'a rule more and a rule less',
    field({ ...text, ...cel('self != ""') }),
    field({ ...text, ...cel('self != "x"') }),
    ['rule-added spec.size !', 'rule-removed spec.size'],
  ],
  [
    'a field that is fixed now',
    field(text),
    field({ ...text, ...cel('self == oldSelf') }),
    ['now-fixed spec.size !'],
  ],
  [
    'a field that is still fixed, by a rule above it',
    field({ ...text, ...cel('self == oldSelf') }),
    spec({ size: text }, cel('self.size == oldSelf.size')),
    [],
  ],
  [
    'a field that can change now',
    field({ ...text, ...cel('oldSelf == self') }),
    field(text),
    ['rule-removed spec.size'],
  ],
  [
    'a new field that is fixed',
    spec({}),
    field({ ...text, ...cel('self == oldSelf') }),
    ['field-added spec.size'],
  ],
  [
    'one way more to fit',
    field({ ...text, anyOf: [{ pattern: 'a' }] }),
    field({ ...text, anyOf: [{ pattern: 'a' }, { pattern: 'b' }] }),
    ['pattern-changed spec.size'],
  ],
  [
    'one way more of which only one may fit',
    field({ ...text, oneOf: [{ pattern: 'a' }] }),
    field({ ...text, oneOf: [{ pattern: 'a' }, { pattern: 'b' }] }),
    ['pattern-changed spec.size !'],
  ],
  [
    'what it must not be',
    field(text),
    field({ ...text, not: { enum: ['x'] } }),
    ['rule-added spec.size !'],
  ],
  [
    'what it must be beside',
    field({ ...text, allOf: [{ minLength: 1 }] }),
    field({ ...text, allOf: [{ maxLength: 3 }] }),
    ['rule-added spec.size !', 'rule-removed spec.size'],
  ],
  [
    'names of requests that must be short',
    spec({}),
    {
      ...spec({}),
      properties: {
        ...spec({}).properties,
        metadata: {
          type: 'object',
          properties: { name: { type: 'string', maxLength: 10 } },
        },
      },
    },
    ['limits-narrowed metadata.name !'],
  ],
  [
    'an envelope that its author repeats',
    spec({}),
    {
      ...spec({}),
      required: ['apiVersion'],
      properties: {
        ...spec({}).properties,
        apiVersion: text,
        kind: text,
        metadata: { type: 'object' },
      },
    },
    [],
  ],
  [
    'a status, which nobody writes into a request',
    spec({}),
    { ...spec({}), properties: { ...spec({}).properties, status: text } },
    [],
  ],
])('%s', (_what, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

it('quotes what was and what is as JSON', () => {
  expect(
    compareSchemas(
      field({ ...text, enum: ['a', 'b'], default: 'a' }),
      field({ ...text, enum: ['b'], default: 'b' }),
    ),
  ).toEqual([
    {
      kind: 'default-changed',
      path: 'spec.size',
      breaking: true,
      before: '"a"',
      after: '"b"',
    },
    {
      kind: 'values-narrowed',
      path: 'spec.size',
      breaking: true,
      before: '["a","b"]',
      after: '["b"]',
    },
  ]);
});
