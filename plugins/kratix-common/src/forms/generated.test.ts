import fc from 'fast-check';
import { stringifyExact } from '../kube';
import { compileSchema } from '../schemas';
import { jsonText } from './json';
import {
  formDataFromObject,
  formOf,
  objectFromForm,
  requestSample,
} from './index';

type Schema = Record<string, unknown>;

const name = fc.oneof(
  fc.constantFrom('size', 'a.b', 'items', '__proto__', 'key-1', '${{ x }}'),
  fc.stringMatching(/^[a-z]{1,5}$/),
);
const count = fc.integer({ min: 0, max: 4 });

const textual: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ minLength: count }),
  fc.record({ maxLength: count }),
  fc.record({
    pattern: fc.constantFrom(
      '^[a-z]{2,9}$',
      '(?i)^abc$',
      '^(small|large)$',
      '^\\d+(\\.\\d+)?(Mi|Gi)$',
      '\\A[[:alpha:]]+\\z',
    ),
  }),
  fc.record({
    format: fc.constantFrom(
      'date',
      'date-time',
      'ipv4',
      'ipv6',
      'uuid',
      'email',
      'byte',
      'uri',
      'cidr',
      'mac',
      'hostname',
      'duration',
    ),
  }),
  fc.record({
    enum: fc.uniqueArray(fc.string({ maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

const numeric: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ minimum: fc.integer(), exclusiveMinimum: fc.boolean() }),
  fc.record({ maximum: fc.integer(), exclusiveMaximum: fc.boolean() }),
  fc.record({ multipleOf: fc.integer({ min: 1, max: 1024 }) }),
  fc.record({
    minimum: fc.bigInt({ min: 2n ** 53n, max: 2n ** 62n }),
    maximum: fc.constant(2n ** 63n - 1n),
  }),
  fc.constant({ format: 'int32' }),
);

/** Schemas as an API server takes them. */
const { node } = fc.letrec<{ node: Schema }>(tie => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    textual.map(more => ({ type: 'string', ...more })),
    numeric.map(more => ({ type: 'integer', ...more })),
    fc.constant({ type: 'boolean' }),
    fc.constant({ type: 'number' }),
    fc.constant({ 'x-kubernetes-int-or-string': true }),
    fc.constant({
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    }),
    fc
      .tuple(tie('node'), fc.integer({ min: 0, max: 2 }))
      .map(([items, minItems]) => ({ type: 'array', items, minItems })),
    tie('node').map(additionalProperties => ({
      type: 'object',
      additionalProperties,
    })),
    tie('node').map(schema => ({ ...schema, nullable: true })),
    fc
      .uniqueArray(fc.tuple(name, tie('node'), fc.boolean()), {
        selector: ([one]) => one,
        maxLength: 4,
      })
      .map(fields => ({
        type: 'object',
        properties: Object.fromEntries(
          fields.map(([one, schema]) => [one, schema]),
        ),
        required: fields.filter(([, , must]) => must).map(([one]) => one),
      })),
  ),
}));

const root = node.map(field => ({
  type: 'object',
  properties: {
    spec: { type: 'object', required: ['field'], properties: { field } },
  },
}));

const kind = fc.constantFrom('minimal' as const, 'full' as const);

it('makes up requests that any schema allows, and gets them back from its form', () => {
  fc.assert(
    fc.property(root, kind, (schema, how) => {
      const { check } = compileSchema(schema);
      const request = requestSample(schema, how, check);
      expect(check(request).filter(({ path }) => path[0] === 'spec')).toEqual(
        [],
      );
      const form = formOf(schema);
      const data: unknown = JSON.parse(
        stringifyExact(formDataFromObject(form, request)) ?? '',
      );
      expect(jsonText(objectFromForm(form, data))).toBe(jsonText(request));
    }),
    { numRuns: 150 },
  );
});
