import assert from 'node:assert/strict';
import { parseExact } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Behaviour } from '../types';

// As text: in an object literal, `__proto__` would be no field.
const names =
  '{"__proto__":{"a":1},"constructor":{"b":2},"toJSON":3,"a/b~c d.ü":4}';

/** @internal */
export const hostileNames: Behaviour[] = [
  {
    name: 'fields may be called like those of a prototype',
    async run({ createWidget, call, widgets }) {
      const free = parseExact(names);
      const { metadata, spec } = await createWidget({
        spec: { owner: 'team-a', free },
      });
      const freeOf = (given: unknown) =>
        JSON.stringify(sorted((given as { free: object }).free));
      assert.equal(freeOf(spec), JSON.stringify(sorted(free as object)));
      const patch = async (type: string, body: string) => {
        const path = widgets(metadata.name);
        const answer = await call({ method: 'PATCH', path, type, body });
        assert.equal(answer.code, 200, answer.text);
        return freeOf(answer.body.spec);
      };
      assert.equal(
        await patch(
          'application/json-patch+json',
          '[{"op":"add","path":"/spec/free/__proto__/c","value":{"__proto__":null}},{"op":"remove","path":"/spec/free/constructor"},{"op":"replace","path":"/spec/free/a~1b~0c d.ü","value":5}]',
        ),
        '{"__proto__":{"a":1,"c":{"__proto__":null}},"a/b~c d.ü":5,"toJSON":3}',
      );
      assert.equal(
        await patch(
          'application/merge-patch+json',
          '{"spec":{"free":{"__proto__":{"c":null,"d":6},"constructor":{"e":7},"toJSON":null}}}',
        ),
        '{"__proto__":{"a":1,"d":6},"a/b~c d.ü":5,"constructor":{"e":7}}',
      );
    },
  },
  {
    name: 'a JSON patch counts from the end and takes what is absent for null',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget({
        spec: { owner: 'team-a', free: { list: [1, 2, 3] } },
      });
      const { body, text } = await call({
        method: 'PATCH',
        path: widgets(metadata.name),
        type: 'application/json-patch+json',
        body: [
          { op: 'test', path: '/spec/free/absent', value: null },
          { op: 'remove', path: '/spec/free/list/-2' },
          { op: 'add', path: '/spec/free/list/-', value: 4 },
        ],
      });
      assert.deepEqual(
        body.spec,
        {
          owner: 'team-a',
          size: 'small',
          nested: { enabled: true },
          free: { list: [1, 3, 4] },
        },
        text,
      );
    },
  },
  {
    name: 'a merge patch leaves out nulls in what it adds',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const { body } = await call({
        method: 'PATCH',
        path: widgets(metadata.name),
        type: 'application/merge-patch+json',
        body: { spec: { free: { x: { y: null, z: [null, { q: null }] } } } },
      });
      const { free } = body.spec as { free: object };
      assert.deepEqual(free, { x: { z: [null, {}] } });
    },
  },
];

/** By name: the server writes them so. */
function sorted(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
