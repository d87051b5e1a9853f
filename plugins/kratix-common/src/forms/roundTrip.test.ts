import Ajv from 'ajv';
import fc from 'fast-check';
import { withDefaults } from './defaults';
import { stringifyExact } from '../kube';
import {
  editedObject,
  formDataFromObject,
  formOf,
  objectFromForm,
} from './index';

/** A schema together with values that it allows. */
interface Sample {
  schema: Record<string, unknown>;
  value: fc.Arbitrary<unknown>;
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', '${{ a }}', '{% raw %}', '80', '"80"', 'null', 'yes'),
);
// What only an int64 holds.
const large = fc.bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n });
const whole = fc.oneof(fc.maxSafeInteger(), large);
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
    schema: { type: 'integer', format: 'int64', maximum: 2n ** 63n - 1n },
    value: whole,
  }),
  fc.constantFrom(true, false).map(unique => ({
    schema: {
      type: 'array',
      items: { type: 'string' },
      ...(unique && { 'x-kubernetes-list-type': 'set' }),
    },
    value: fc.uniqueArray(text, { maxLength: 3 }),
  })),
  fc.constant({
    schema: { type: 'number' },
    value: fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter(n => !Object.is(n, -0)),
  }),
  fc.constant({
    schema: { 'x-kubernetes-int-or-string': true },
    value: fc.oneof(text, whole),
  }),
  fc
    .uniqueArray(fc.oneof(text, whole, fc.constant(null)), {
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
      fc.oneof(text, whole, fc.constant(null), fc.array(text)),
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
      value: fc.array(value, { maxLength: 3 }),
    })),
    tie('node').map(({ schema, value }) => ({
      schema: { type: 'object', additionalProperties: schema },
      value: fc.dictionary(name, value, { maxKeys: 3 }),
    })),
    tie('node').map(({ schema, value }) => ({
      schema: { ...schema, nullable: true },
      // An enum speaks of null as well.
      value: 'enum' in schema ? value : fc.option(value),
    })),
  ),
  object: fc
    .uniqueArray(fc.tuple(name, tie('node'), fc.boolean(), fc.boolean()), {
      selector: ([one]) => one,
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
const json = (value: unknown) => stringifyExact(sorted(value));

it('gives back every object as it was', () => {
  fc.assert(
    fc.property(pair, ({ schema, object }) => {
      const form = formOf(schema);
      // What travels is JSON that a browser reads.
      const data = JSON.parse(JSON.stringify(formDataFromObject(form, object)));
      expect(json(objectFromForm(form, data))).toBe(json(object));
    }),
    { numRuns: 400 },
  );
});

it('sends the same whether or not defaults are filled in', () => {
  fc.assert(
    fc.property(pair, ({ schema, object }) => {
      const form = formOf(schema);
      const stored = withDefaults(form.plan, object);
      const data = formDataFromObject(form, Object(stored));
      expect(json(objectFromForm(form, data))).toBe(json(stored));
    }),
    { numRuns: 100 },
  );
});

it('keeps what the form does not show when an object is edited', () => {
  fc.assert(
    fc.property(pair, pair, ({ schema, object }, other) => {
      const form = formOf(schema);
      const original = {
        apiVersion: 'a/v1',
        kind: 'A',
        metadata: { name: 'a' },
        ...object,
        gone: other.object,
        status: { ready: true },
      };
      const data = formDataFromObject(form, original);
      expect(json(editedObject(form, data, original))).toBe(json(original));
    }),
    { numRuns: 100 },
  );
});

it('makes forms that accept what they show', () => {
  fc.assert(
    fc.property(pair, ({ schema, object }) => {
      const form = formOf(schema);
      const ajv = new Ajv({ allErrors: true, strict: false });
      const data = formDataFromObject(form, object);
      expect(ajv.compile(form.schema)(data)).toBe(true);
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
