import assert from 'node:assert/strict';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubeAnswer } from '../../testing';
import type { Behaviour, ConformanceWorld } from '../types';
import { newKind, schema } from './newKind';

const merge = 'application/merge-patch+json';
const json = 'application/json-patch+json';

const most = 9223372036854775807n;
const least = -9223372036854775808n;
const odd = 9007199254740993n;

const versionsOf = (properties: object) => ({
  versions: [
    { name: 'v1', served: true, storage: true, schema: schema(properties) },
  ],
});

/** A kind with whole numbers, broken ones and anything. */
const counters = (world: ConformanceWorld, more: object = {}) =>
  newKind(
    world,
    versionsOf({
      count: { type: 'integer', format: 'int64' },
      counts: { type: 'array', items: { type: 'integer' } },
      ratio: { type: 'number' },
      free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      ...more,
    }),
  );

/** The text of a number as the server writes it. */
const written = (text: string, field: string) =>
  new RegExp(`"${field}":\\s*([^,}\\s]+)`).exec(text)?.[1];

/** Makes an object whose spec is this text, which no parser has touched. */
const createText = (
  { call }: ConformanceWorld,
  { path, kind }: { path: () => string; kind: string },
  name: string,
  spec: string,
) =>
  call({
    method: 'POST',
    path: path(),
    body: `{"apiVersion":"kinds.conformance.example.org/v1","kind":"${kind}","metadata":{"name":"${name}"},"spec":${spec}}`,
  });

/** What the server says, by field. */
function causesOf({ body, text }: KubeAnswer): Record<string, string> {
  const { causes } = (body.details ?? {}) as {
    causes?: { field: string; message: string }[];
  };
  assert.ok(causes, text);
  return Object.fromEntries(
    causes.map(({ field, message }) => [field, message]),
  );
}

/** @internal */
export const numbers: Behaviour[] = [
  {
    name: 'numbers: whole ones within int64 are kept to the last digit',
    async run(world) {
      const { create, path } = await counters(world);
      const spec = {
        count: most,
        counts: [least, odd, -odd],
        free: { a: { b: [most] } },
      };
      const made = await create('whole', spec);
      assert.equal(made.code, 201, made.text);
      assert.deepEqual(made.body.spec, spec);
      const one = await world.call({ path: `${path()}/whole` });
      assert.deepEqual(one.body.spec, spec);
      const all = await world.call({ path: path() });
      const [listed] = all.body.items as KubeObject[];
      assert.deepEqual(listed.spec, spec);
      const watch = await world.watch(`${path()}?watch=1`);
      const [event] = await watch.until(events => events.length > 0);
      watch.close();
      assert.deepEqual(event.object.spec, spec);
    },
  },
  {
    name: 'numbers: a patch of another field leaves large ones alone',
    async run(world) {
      const { create, path } = await counters(world);
      await create('patched', {
        count: odd,
        counts: [most],
        free: { a: -odd },
      });
      const patch = (type: string, body: unknown) =>
        world.call({
          method: 'PATCH',
          path: `${path()}/patched`,
          type,
          body,
        });
      const ofJson = await patch(json, [
        { op: 'test', path: '/spec/count', value: odd },
        { op: 'add', path: '/spec/ratio', value: 1.1 },
        { op: 'copy', from: '/spec/counts', path: '/spec/free/copied' },
        { op: 'move', from: '/spec/free/a', path: '/spec/free/b' },
        { op: 'add', path: '/spec/counts/0', value: least },
      ]);
      assert.equal(ofJson.code, 200, ofJson.text);
      const spec = {
        count: odd,
        counts: [least, most],
        ratio: 1.1,
        free: { b: -odd, copied: [most] },
      };
      assert.deepEqual(ofJson.body.spec, spec);
      const ofMerge = await patch(merge, { spec: { free: { c: odd } } });
      assert.deepEqual(ofMerge.body.spec, {
        ...spec,
        free: { ...spec.free, c: odd },
      });
      const neighbour = await patch(json, [
        { op: 'test', path: '/spec/count', value: odd - 1n },
      ]);
      assert.equal(neighbour.code, 422, neighbour.text);
    },
  },
  {
    name: 'numbers: a neighbour beyond 2^53 is a change',
    async run(world) {
      const { create, path } = await counters(world);
      await create('moved', { count: odd });
      const { body } = await world.call({
        method: 'PATCH',
        path: `${path()}/moved`,
        type: merge,
        body: { spec: { count: odd - 1n } },
      });
      assert.equal(body.metadata.generation, 2);
      assert.deepEqual(body.spec, { count: odd - 1n });
    },
  },
  {
    name: 'numbers: a dry run and YAML are as exact as all else',
    async run(world) {
      const { path, kind } = await counters(world);
      const answer = await world.call({
        method: 'POST',
        path: `${path()}?dryRun=All`,
        type: 'application/yaml',
        body: [
          'apiVersion: kinds.conformance.example.org/v1',
          `kind: ${kind}`,
          'metadata: { name: dry }',
          `spec: { count: ${odd}, counts: [${least}], ratio: 1.10 }`,
        ].join('\n'),
      });
      assert.equal(answer.code, 201, answer.text);
      assert.deepEqual(answer.body.spec, {
        count: odd,
        counts: [least],
        ratio: 1.1,
      });
    },
  },
  {
    name: 'numbers: broken ones are float64, written as short as can be',
    async run(world) {
      const kind = await counters(world);
      const wanted = [
        ['1.10', '1.1'],
        ['0.1234567890123456789', '0.12345678901234568'],
        ['1e21', '1e+21'],
        ['1e-7', '1e-7'],
        ['1E2', '100'],
        ['5.0', '5'],
        ['123456789012345678901234567890', '1.2345678901234568e+29'],
      ];
      for (const [at, [given, expected]] of wanted.entries()) {
        const { code, text } = await createText(
          world,
          kind,
          `broken-${at}`,
          `{"ratio":${given}}`,
        );
        assert.equal(code, 201, text);
        assert.equal(written(text, 'ratio'), expected, given);
      }
    },
  },
  {
    name: 'numbers: whole ones beyond int64 are float64',
    async run(world) {
      const kind = await counters(world);
      const { code, text } = await createText(
        world,
        kind,
        'beyond',
        '{"free":{"a":9223372036854775808,"b":-9223372036854775809}}',
      );
      assert.equal(code, 201, text);
      assert.equal(written(text, 'a'), '9223372036854776000');
      assert.equal(written(text, 'b'), '-9223372036854776000');
    },
  },
  {
    name: 'numbers: a large float64 is no integer, even where it is whole',
    async run(world) {
      const kind = await counters(world);
      const given = ['9223372036854775808', '1e18', '9007199254740993.0'];
      for (const [at, count] of given.entries()) {
        const spec = `{"count":${count}}`;
        const answer = await createText(world, kind, `float-${at}`, spec);
        assert.equal(answer.code, 422, answer.text);
        assert.equal(
          causesOf(answer)['spec.count'],
          'Invalid value: "number": spec.count in body must be of type integer: "number"',
        );
      }
      for (const [at, count] of ['5.0', '1e3'].entries()) {
        const spec = `{"count":${count}}`;
        const answer = await createText(world, kind, `small-${at}`, spec);
        assert.equal(answer.code, 201, answer.text);
      }
    },
  },
  {
    name: 'numbers: what no float64 holds is refused',
    async run(world) {
      const kind = await counters(world);
      const { code } = await createText(world, kind, 'huge', '{"ratio":1e400}');
      assert.equal(code, 400);
    },
  },
  {
    name: 'numbers: defaults and enums beyond 2^53 are exact',
    async run(world) {
      const properties = {
        seeded: { type: 'integer', default: odd },
        chosen: { type: 'integer', enum: [odd, most] },
        nested: {
          type: 'object',
          default: {},
          properties: { least: { type: 'integer', default: least } },
        },
      };
      const { create, crd } = await newKind(world, versionsOf(properties));
      const kept = await world.call({ path: crd });
      const { versions } = kept.body.spec as {
        versions: [{ schema: ReturnType<typeof schema> }];
      };
      const { spec } = versions[0].schema.openAPIV3Schema.properties;
      assert.deepEqual(spec.properties, properties);
      const made = await create('defaulted', { chosen: odd });
      assert.equal(made.code, 201, made.text);
      assert.deepEqual(made.body.spec, {
        chosen: odd,
        nested: { least },
        seeded: odd,
      });
      const neighbour = await create('neighbour', { chosen: odd - 1n });
      assert.equal(neighbour.code, 422, neighbour.text);
      assert.equal(
        causesOf(neighbour)['spec.chosen'],
        `Unsupported value: ${odd - 1n}: supported values: "${odd}", "${most}"`,
      );
    },
  },
  {
    name: 'numbers: limits beyond 2^53 are float64, and hold for the digits after',
    async run(world) {
      const { create, crd } = await counters(world, {
        capped: { type: 'integer', maximum: odd - 1n },
        raised: { type: 'integer', minimum: -odd + 1n, exclusiveMinimum: true },
        rounded: { type: 'integer', maximum: odd },
      });
      const { text } = await world.call({ path: crd });
      assert.doesNotMatch(text, new RegExp(`"maximum":\\s*${odd}`));
      const codeOf = async (name: string, spec: object) =>
        (await create(name, spec)).code;
      assert.equal(await codeOf('c-in', { capped: odd - 1n }), 201);
      assert.equal(await codeOf('c-out', { capped: odd }), 422);
      assert.equal(await codeOf('r-in', { raised: -odd + 2n }), 201);
      assert.equal(await codeOf('r-out', { raised: -odd + 1n }), 422);
      assert.equal(await codeOf('o-out', { rounded: odd }), 422);
    },
  },
  {
    name: 'numbers: a large one is named whole in a refusal',
    async run(world) {
      const { create } = await counters(world, {
        capped: { type: 'integer', maximum: 5 },
        text: { type: 'string' },
      });
      const causes = causesOf(
        await create('named', { capped: odd, text: odd }),
      );
      assert.equal(
        causes['spec.capped'],
        `Invalid value: ${odd}: spec.capped in body should be less than or equal to 5`,
      );
      assert.equal(
        causes['spec.text'],
        'Invalid value: "integer": spec.text in body must be of type string: "integer"',
      );
    },
  },
  {
    name: 'numbers: columns of whole numbers are exact',
    async run(world) {
      const { create, path } = await newKind(world, {
        versions: [
          {
            ...versionsOf({ count: { type: 'integer' } }).versions[0],
            additionalPrinterColumns: [
              { name: 'Count', type: 'integer', jsonPath: '.spec.count' },
            ],
          },
        ],
      });
      await create('row', { count: odd });
      const { body } = await world.call({
        path: path(),
        accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
      });
      const [row] = body.rows as { cells: unknown[] }[];
      assert.deepEqual(row.cells, ['row', odd]);
    },
  },
];
