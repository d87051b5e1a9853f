import fc from 'fast-check';
import {
  handmadeSchemas,
  seedSchemas,
  sharedSchemas,
} from '../../testing/schemaFiles';
import { requestSample } from '../../forms';
import { isRecord } from '../../kube';
import { compileSchema } from '../compileSchema';
import type { OpenApiSchema } from '../types';
import { compareSchemas } from './compareSchemas';

const names = ['a', 'b', 'c'];
const name = fc.constantFrom(...names);
const words = fc.constantFrom('', 'a', 'b', 'aa', 'ab', '2024-01-01');

/** What is said of an integer or text, none of it against Kubernetes' rules. */
const scalarSchema: fc.Arbitrary<OpenApiSchema> = fc.oneof(
  fc.record(
    {
      type: fc.constant('string'),
      nullable: fc.boolean(),
      enum: fc.subarray<unknown>(['a', 'b', 'aa', null], { minLength: 1 }),
      pattern: fc.constantFrom('^a', 'b$', '^(a|b)$', '^(a|b|aa)$'),
      minLength: fc.nat(2),
      maxLength: fc.nat(3),
      format: fc.constantFrom('date', 'x'),
      default: fc.constantFrom('a', null),
      'x-kubernetes-validations': fc.subarray([
        { rule: 'self != "b"' },
        { rule: 'self == oldSelf' },
      ]),
      anyOf: fc.subarray<OpenApiSchema>(
        [{ pattern: 'a' }, { maxLength: 1 }, { enum: ['b'] }],
        { minLength: 1 },
      ),
      not: fc.constantFrom<OpenApiSchema>({ enum: ['aa'] }, { pattern: '^b' }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record(
    {
      type: fc.constantFrom('integer', 'number'),
      nullable: fc.boolean(),
      minimum: fc.constantFrom(-1, 0, 1, 1.2, 1.5, 2),
      exclusiveMinimum: fc.boolean(),
      maximum: fc.constantFrom(1, 1.5, 2, 3),
      exclusiveMaximum: fc.boolean(),
      multipleOf: fc.constantFrom(1, 2, 4, 0.5),
      format: fc.constantFrom('int32', 'int64'),
      default: fc.constantFrom(1, 2),
      oneOf: fc.subarray<OpenApiSchema>([{ minimum: 1 }, { maximum: 1 }], {
        minLength: 1,
      }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.constant<OpenApiSchema>({ 'x-kubernetes-int-or-string': true }),
  fc.constant<OpenApiSchema>({ 'x-kubernetes-preserve-unknown-fields': true }),
);

const { schema } = fc.letrec<{ schema: OpenApiSchema }>(tie => ({
  schema: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    scalarSchema,
    fc.record(
      {
        type: fc.constant('object'),
        nullable: fc.boolean(),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3 }),
        required: fc.subarray(names),
        maxProperties: fc.constantFrom(1, 2, 3),
        minProperties: fc.nat(2),
        'x-kubernetes-preserve-unknown-fields': fc.boolean(),
        allOf: fc.subarray<OpenApiSchema>(
          [{ required: ['a'] }, { maxProperties: 2 }],
          { minLength: 1 },
        ),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        additionalProperties: fc.oneof(
          tie('schema'),
          fc.constant<boolean | OpenApiSchema>(true),
        ),
      },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('array'),
        items: tie('schema'),
        minItems: fc.nat(1),
        maxItems: fc.constantFrom(1, 2),
        'x-kubernetes-list-type': fc.constantFrom('set', 'atomic'),
      },
      { requiredKeys: ['type'] },
    ),
  ),
}));

const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    words,
    fc.constantFrom(-1, 0, 1, 1.5, 2, 3, 4),
    fc.constantFrom(null, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
}));

const rootOf = (spec: OpenApiSchema): OpenApiSchema => ({
  type: 'object',
  properties: { spec },
});

/** One schema and another that differs from it in a few places. */
const alike = fc
  .tuple(schema, fc.infiniteStream(fc.nat(9)), schema)
  .map(([one, dice, other]) => {
    const changed = (node: unknown): unknown => {
      if (!isRecord(node)) return node;
      return Object.fromEntries(
        Object.entries(node).flatMap(([key, child]) => {
          const roll = dice.next().value;
          if (roll === 0 && key !== 'type') return [];
          if (roll === 1 && key in other) return [[key, other[key]]];
          if (key === 'properties' && isRecord(child)) {
            const inner = Object.entries(child).map(([field, of]) => [
              field,
              changed(of),
            ]);
            return [[key, Object.fromEntries(inner)]];
          }
          return [[key, key === 'items' ? changed(child) : child]];
        }),
      );
    };
    return [rootOf(one), rootOf(changed(one) as OpenApiSchema)] as const;
  });

function sampled(of: OpenApiSchema): Record<string, unknown>[] {
  const { check } = compileSchema(of);
  return (['minimal', 'full'] as const).map(kind =>
    requestSample(of, kind, check, 20_000),
  );
}

it('a schema is as itself', () => {
  fc.assert(
    fc.property(schema, one => {
      expect(compareSchemas(rootOf(one), structuredClone(rootOf(one)))).toEqual(
        [],
      );
    }),
  );
});

it('what breaks nothing lets pass what was let pass', () => {
  let harmless = 0;
  fc.assert(
    fc.property(alike, fc.array(value, { maxLength: 6 }), (pair, values) => {
      const [before, after] = pair;
      const changes = compareSchemas(before, after);
      if (changes.some(({ breaking }) => breaking)) return;
      if (changes.length > 0) harmless += 1;
      const [was, is] = [before, after].map(one => compileSchema(one));
      const objects = [...values.map(spec => ({ spec })), ...sampled(before)];
      for (const object of objects) {
        const stored = was.shape({ metadata: { name: 'x' }, ...object });
        if (was.check(stored).length > 0) continue;
        expect(is.check(is.shape(stored))).toEqual([]);
      }
    }),
    { numRuns: 1500 },
  );
  // Otherwise nothing was tried.
  expect(harmless).toBeGreaterThan(40);
});

it.each([...handmadeSchemas(), ...seedSchemas()])(
  '$name is as itself, and all of it is new to none',
  ({ schema: given }) => {
    expect(compareSchemas(given, structuredClone(given))).toEqual([]);
    expect(Array.isArray(compareSchemas({}, given))).toBe(true);
    expect(Array.isArray(compareSchemas(given, {}))).toBe(true);
  },
);

it('nothing throws, whatever two schemas are', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (before, after) => {
      expect(compareSchemas(before, before)).toEqual([]);
      const changes = compareSchemas(
        { properties: before },
        { properties: after },
      );
      expect(changes.every(({ path }) => typeof path === 'string')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** Of no test where the schemas of others do not lie beside the checkout. */
const others = sharedSchemas();
if (others.length === 0) {
  process.stdout.write(
    'The schemas beside this checkout are missing: they are not compared\n',
  );
}

it('real APIs are as themselves, and quickly told from one another', () => {
  const slow = others.filter(({ schema: given }, at) => {
    const began = performance.now();
    expect(compareSchemas(given, structuredClone(given))).toEqual([]);
    compareSchemas(others[at - 1]?.schema, given);
    return performance.now() - began > 2000;
  });
  expect(slow.map(({ name: slowOne }) => slowOne)).toEqual([]);
});

/** One change of one place, chosen by the dice. */
function tweaked(of: unknown, dice: () => number): OpenApiSchema {
  const copy = structuredClone(of) as OpenApiSchema;
  const nodes: OpenApiSchema[] = [];
  const collect = (node: unknown): void => {
    if (!isRecord(node)) return;
    nodes.push(node);
    Object.values(isRecord(node.properties) ? node.properties : {}).forEach(
      collect,
    );
    collect(node.items);
  };
  collect(copy.properties?.spec);
  const node = nodes[dice() % nodes.length];
  const fields = Object.keys(node.properties ?? {});
  const field = fields[dice() % Math.max(1, fields.length)];
  const changes: (() => void)[] = [
    () => delete node.properties?.[field],
    () => delete node.required,
    () => delete node.enum,
    () => delete node.pattern,
    () => delete node.default,
    () => delete node['x-kubernetes-validations'],
    () => void (node.enum = node.enum?.slice(1)),
    () => void (node.required = fields),
    () => void (node.minLength = (node.minLength ?? 0) + 1),
    () => void (node.maxLength = Math.max(0, (node.maxLength ?? 9) - 1)),
    () => void (node.minimum = 1),
    () => void (node.maximum = 1),
    () => void (node.type = 'integer'),
    () => void (node.nullable = !node.nullable),
    () =>
      void (node.properties = {
        ...node.properties,
        fresh: { type: 'string', default: 'x' },
      }),
  ];
  changes[dice() % changes.length]();
  return copy;
}

it.each(seedSchemas())(
  '$name: what breaks nothing lets requests pass that passed',
  ({ schema: given }) => {
    const before = given as OpenApiSchema;
    const was = compileSchema(before);
    const requests = sampled(before)
      .map(sample => was.shape({ metadata: { name: 'x' }, ...sample }))
      .filter(request => was.check(request).length === 0);
    expect(requests.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(10_000)), stream => {
        const after = tweaked(before, () => stream.next().value);
        const changes = compareSchemas(before, after);
        if (changes.some(({ breaking }) => breaking)) return;
        const is = compileSchema(after);
        const problems = requests.flatMap(one => is.check(is.shape(one)));
        expect(problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);
