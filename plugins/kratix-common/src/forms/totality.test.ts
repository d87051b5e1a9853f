import Ajv from 'ajv';
import fc from 'fast-check';
import { FormEngineError, formOf, objectFromForm } from './index';

const rooted = (field: unknown) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties: { field } } },
});

/** A schema at which the engine fails, as only a fault of its own could. */
const poisoned = () => {
  const node = { type: 'string' };
  Object.defineProperty(node, 'pattern', {
    enumerable: true,
    get() {
      throw new TypeError('a fault');
    },
  });
  return node;
};

it('names Promise and place of a failure, and asks for the object as text', () => {
  const form = formOf(rooted(poisoned()), { promise: 'redis' });
  expect(form.error).toBeInstanceOf(FormEngineError);
  expect(form.error).toMatchObject({
    promise: 'redis',
    pointer: '/properties/spec/properties/field',
    message: expect.stringContaining("Promise 'redis'"),
  });
  expect(form.kind).toBe('yaml');
  expect(form.notes).toContainEqual({
    level: 'simplified',
    pointer: '/properties/spec/properties/field',
    text: expect.stringContaining('a fault'),
  });
  expect(objectFromForm(form, 'spec: { field: a }')).toEqual({
    spec: { field: 'a' },
  });
});

it('ends with schemas that hold themselves', () => {
  const endless: Record<string, unknown> = { type: 'object' };
  endless.properties = { again: endless, other: endless };
  const form = formOf(rooted(endless));
  expect(form.error).toBeUndefined();
  expect(form.notes.length).toBeGreaterThan(1000);
  expect(form.notes.length).toBeLessThan(1010);
});

const keyword = fc.constantFrom(
  'type',
  'properties',
  'items',
  'additionalProperties',
  'enum',
  'default',
  'pattern',
  'minimum',
  'maximum',
  'multipleOf',
  'required',
  'nullable',
  'format',
  'exclusiveMinimum',
  'x-kubernetes-int-or-string',
  'x-kubernetes-validations',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kratix-portal',
);
const word = fc.constantFrom(
  'string',
  'integer',
  'object',
  'array',
  'boolean',
  'map',
  'set',
  '(',
  '^a$',
);
const { node } = fc.letrec(tie => ({
  node: fc.oneof(
    { maxDepth: 5 },
    word,
    fc.jsonValue({ maxDepth: 1 }),
    fc.bigInt(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(keyword, word), tie('node'), { maxKeys: 5 }),
  ),
}));

it('makes a form that opens of whatever bears the names of keywords', () => {
  fc.assert(
    fc.property(node, schema => {
      const form = formOf(rooted(schema));
      expect(form.error).toBeUndefined();
      const ajv = new Ajv({ strict: false, logger: false });
      expect(() => ajv.compile(form.schema)).not.toThrow();
      expect(() => JSON.stringify(form.schema)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});
