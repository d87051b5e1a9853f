import Ajv from 'ajv';
import fc from 'fast-check';
import { withDefaults, withoutDefaults } from './defaults';
import type { FieldPlan } from './plan';
import { formDataFromObject, formOf, objectFromForm } from './index';

/** A schema together with values that it allows. */
interface Sample {
  schema: Record<string, unknown>;
  value: fc.Arbitrary<unknown>;
}

const text = fc.string({ minLength: 1, maxLength: 8 });
const name = fc.oneof(
  fc.constantFrom(
    'size',
    'a.b',
    '__proto__',
    'items',
    'key-1',
    '10',
    'toString',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);

const scalar: fc.Arbitrary<Sample> = fc.oneof(
  fc.constant({ schema: { type: 'string' }, value: text }),
  fc.constant({ schema: { type: 'boolean' }, value: fc.boolean() }),
  fc.constant({ schema: { type: 'integer' }, value: fc.maxSafeInteger() }),
  fc.constant({
    schema: { type: 'number' },
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter(n => !Object.is(n, -0)),
  }),
  fc.constant({
    schema: { 'x-kubernetes-int-or-string': true },
    value: fc.oneof(text, fc.maxSafeInteger(), fc.constantFrom('80', '"80"')),
  }),
  fc
    .uniqueArray(fc.oneof(text, fc.maxSafeInteger(), fc.constant('')), {
      minLength: 1,
      maxLength: 4,
    })
    .map(members => ({
      schema: { 'x-kubernetes-preserve-unknown-fields': true, enum: members },
      value: fc.constantFrom(...members),
    })),
  fc.constant({
    schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    value: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,4}$/),
      fc.oneof(text, fc.maxSafeInteger(), fc.constant(null), fc.array(text)),
      { minKeys: 1 },
    ),
  }),
);

const { node } = fc.letrec<{ node: Sample; object: Sample }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    tie('object'),
    tie('node').map(({ schema, value }) => ({
      schema: { type: 'array', items: schema },
      value: fc.array(value, { minLength: 1, maxLength: 3 }),
    })),
    tie('node').map(({ schema, value }) => ({
      schema: { type: 'object', additionalProperties: schema },
      value: fc.dictionary(name, value, { minKeys: 1, maxKeys: 3 }),
    })),
    tie('node').map(({ schema, value }) => ({
      schema: { ...schema, nullable: true },
      value,
    })),
  ),
  object: fc
    .uniqueArray(fc.tuple(name, tie('node'), fc.boolean(), fc.boolean()), {
      selector: ([one]) => one,
      minLength: 1,
      maxLength: 4,
    })
    .chain(fields =>
      fc.tuple(...fields.map(([, { value }]) => value)).map(defaults => ({
        schema: {
          type: 'object',
          required: fields.filter(([, , must]) => must).map(([one]) => one),
          properties: Object.fromEntries(
            fields.map(([one, { schema }, , defaulted], index) => [
              one,
              defaulted ? { ...schema, default: defaults[index] } : schema,
            ]),
          ),
        },
        value: fc.record(
          Object.fromEntries(fields.map(([one, { value }]) => [one, value])),
          {
            requiredKeys: fields
              .filter(([, , must]) => must)
              .map(([one]) => one),
          },
        ),
      })),
    ),
}));

/** A schema and an object that is valid by it. */
const pair = node.chain(({ schema, value }) =>
  value.map(field => ({
    schema: {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: { field: schema },
          required: ['field'],
        },
      },
    },
    object: { spec: { field } },
  })),
);

/** Own keys alone, so that `__proto__` is compared as well. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, child]) => [key, sorted(child)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
};
const json = (value: unknown) => JSON.stringify(sorted(value));

/**
 * As the API server would store it. An optional part that is there and empty
 * counts as absent: a form can't tell the two apart, and they say the same.
 */
const stored = (plan: FieldPlan, object: unknown) =>
  json(withDefaults(plan, withoutDefaults(plan, object)));

it('gives back every object as the API server would store it', () => {
  fc.assert(
    fc.property(pair, ({ schema, object }) => {
      const form = formOf(schema);
      const again = objectFromForm(form, formDataFromObject(form, object));
      expect(stored(form.plan, again)).toBe(stored(form.plan, object));
    }),
    { numRuns: 300 },
  );
});

it('makes forms that accept what they show', () => {
  fc.assert(
    fc.property(pair, ({ schema, object }) => {
      const form = formOf(schema);
      const ajv = new Ajv({ allErrors: true, strict: false });
      expect(ajv.compile(form.schema)(formDataFromObject(form, object))).toBe(
        true,
      );
    }),
    { numRuns: 100 },
  );
});

it('understands any schema, and anything that is none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (schema, more) => {
      const given = {
        type: 'object',
        properties: { spec: schema, other: more },
      };
      const ajv = new Ajv({ strict: false });
      expect(() => ajv.compile(formOf(given).schema)).not.toThrow();
      expect(() => ajv.compile(formOf(schema).schema)).not.toThrow();
    }),
  );
});
