import fc from 'fast-check';
import { compileSchema, fixedBy, fixedFieldsBy, pathOfField } from './index';
import type { OpenApiSchema } from './types';

const name = fc.constantFrom(
  'spec',
  'a.b',
  '__proto__',
  'constructor',
  'toString',
  '0',
  '',
  'x/y',
);
const scalar = fc.oneof(
  fc.constantFrom('', 'a', '(', '^a+$', '2024-01-01', '1Gi', 'object', 'array'),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(1.5, NaN, 2 ** 60, 2n ** 64n, 9007199254740993n),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
}));

const rule = fc.constantFrom(
  'self == oldSelf',
  'self.spec > 1',
  'self.all(x, x == self)',
  'has(self.spec) && self.spec.matches("(a")',
  'ip(self).family() == 4',
  'quantity(self).isInteger() || oldSelf.hasValue()',
  'self ==',
  '((((((((((',
);

/** Schemas as they are meant, and with anything in place of any part. */
const { schema } = fc.letrec<{ schema: unknown }>(tie => {
  const part = fc.oneof(
    { weight: 4, arbitrary: tie('schema') },
    { weight: 1, arbitrary: value },
  );
  const or = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof(
      { weight: 5, arbitrary: arbitrary as fc.Arbitrary<unknown> },
      { weight: 1, arbitrary: scalar as fc.Arbitrary<unknown> },
    );
  return {
    schema: fc.oneof(
      { depthSize: 'small' },
      fc.record({ type: scalar }, { requiredKeys: [] }),
      fc.record(
        {
          type: fc.constantFrom('object', 'array', 'string', 'integer', 'x', 7),
          nullable: scalar,
          format: or(fc.constantFrom('date', 'byte', 'duration', 'int32')),
          pattern: scalar,
          enum: or(fc.array(value, { maxLength: 3 })),
          default: value,
          minimum: scalar,
          maximum: scalar,
          exclusiveMinimum: scalar,
          multipleOf: scalar,
          maxLength: scalar,
          minProperties: scalar,
          required: or(fc.array(name, { maxLength: 3 })),
          properties: or(fc.dictionary(name, part, { maxKeys: 3 })),
          additionalProperties: part,
          items: part,
          allOf: or(fc.array(part, { maxLength: 2 })),
          oneOf: or(fc.array(part, { maxLength: 2 })),
          not: part,
          'x-kubernetes-list-type': fc.constantFrom('set', 'map', 1),
          'x-kubernetes-list-map-keys': or(fc.array(name, { maxLength: 2 })),
          'x-kubernetes-embedded-resource': fc.boolean(),
          'x-kubernetes-validations': or(
            fc.array(fc.record({ rule, fieldPath: scalar }), { maxLength: 2 }),
          ),
        },
        { requiredKeys: [] },
      ),
    ),
  };
});

const isPlace = (path: readonly unknown[]) =>
  path.every(key => typeof key === 'string' || typeof key === 'number');

describe('whatever a schema and an object are', () => {
  it('nothing throws, and problems have a place', () => {
    fc.assert(
      fc.property(schema, value, value, (given, object, previous) => {
        // What a cluster answers is not typed.
        const compiled = compileSchema(given as OpenApiSchema);
        const problems = [
          ...compiled.check(compiled.shape(object), previous),
          ...compiled.check({ spec: object }),
          ...compiled.unchecked(),
        ];
        fixedBy(Object(given));
        fixedFieldsBy(Object(given));
        expect(problems.every(({ path }) => isPlace(path))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('what is as it was is never refused', () => {
    fc.assert(
      fc.property(schema, value, (given, object) => {
        const { check } = compileSchema(given as OpenApiSchema);
        const refused = check(object, object).filter(
          ({ rule: broken }) => broken !== 'cel',
        );
        expect(object === undefined ? [] : refused).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a field of any text has a place', () => {
    fc.assert(
      fc.property(fc.string(), schema, (field, given) => {
        expect(isPlace(pathOfField(field, Object(given)))).toBe(true);
        expect(isPlace(pathOfField(field))).toBe(true);
      }),
    );
  });

  it('a schema of 128 levels checks an object of as many', () => {
    let deep: OpenApiSchema = { type: 'integer' };
    let object: unknown = 'x';
    for (let level = 0; level < 128; level += 1) {
      deep = { type: 'object', properties: { a: deep } };
      object = { a: object };
    }
    const [problem] = compileSchema(deep).check(object);
    expect(problem).toMatchObject({ rule: 'type' });
    expect(problem.path).toHaveLength(128);
  });
});
