import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import assert from 'node:assert/strict';
import type { Behaviour, ConformanceWorld } from '../types';
import { widgetGroup } from '../widgetDefinition';
import { refusals } from './refusals';

const apiVersion = `${widgetGroup}/v1`;
const noise = '<nil>';

async function refusedCauses(
  { call, widgets }: ConformanceWorld,
  spec: object,
  metadata: object = {},
): Promise<KubeStatusCause[]> {
  const { code, body, text } = await call({
    method: 'POST',
    path: `${widgets()}?dryRun=All`,
    body: {
      apiVersion,
      kind: 'Widget',
      metadata: { name: 'refused', ...metadata },
      spec,
    },
  });
  assert.equal(code, 422, text);
  assert.equal(body.reason, 'Invalid');
  assert.equal(body.kind, 'Status');
  const { causes } = body.details as { causes: KubeStatusCause[] };
  return causes;
}

const meaningful = (causes: KubeStatusCause[]) =>
  causes.filter(({ field }) => field !== noise);

/** @internal */
export const refusing: Behaviour[] = [
  ...refusals.map(
    ([what, spec, ...causes]): Behaviour => ({
      name: `${what} is refused, with the field as cause`,
      async run(world) {
        const found = meaningful(await refusedCauses(world, spec));
        assert.deepEqual(found, causes);
      },
    }),
  ),
  {
    name: 'several errors come together',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, { owner: 'x', size: 'huge', replicas: 9 }),
      );
      assert.deepEqual(found.map(({ field }) => field).sort(), [
        'spec.owner',
        'spec.replicas',
        'spec.size',
      ]);
    },
  },
  {
    name: 'rules that were not checked are mentioned as a cause without field',
    async run(world) {
      const of = async (spec: object) =>
        (await refusedCauses(world, spec)).some(({ field }) => field === noise);
      assert.equal(await of({}), true, 'a missing field');
      assert.equal(await of({ owner: 7 }), true, 'a wrong type');
      assert.equal(await of({ owner: 'team-a', size: 'x' }), true, 'an enum');
      assert.equal(
        await of({ owner: 'team-a', replicas: 9 }),
        false,
        'a number too large',
      );
    },
  },
  {
    name: 'each pattern is its own',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, {
          owner: 'team-a',
          code: '123',
          colour: 'red',
        }),
      );
      assert.deepEqual(found.map(({ message }) => message).sort(), [
        'Invalid value: "123": spec.code in body should match \'^[a-z]+$\'',
        'Invalid value: "red": spec.colour in body should match \'^#[0-9a-f]+$\'',
      ]);
    },
  },
  {
    name: 'one of several shapes must fit',
    async run(world) {
      const none = await refusedCauses(world, { owner: 'team-a', choice: {} });
      assert.deepEqual(none.slice(0, 2), [
        {
          field: noise,
          reason: 'FieldValueInvalid',
          message:
            'Invalid value: "": "spec.choice" must validate one and only one schema (oneOf). Found none valid',
        },
        {
          field: 'spec.choice.a',
          reason: 'FieldValueRequired',
          message: 'Required value',
        },
      ]);
      const both = await refusedCauses(world, {
        owner: 'team-a',
        choice: { a: 'x', b: 'y' },
      });
      assert.match(String(both[0].message), /Found 2 valid alternatives$/);
    },
  },
  {
    name: 'an embedded object needs apiVersion and kind',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, { owner: 'team-a', embedded: { a: 1 } }),
      );
      assert.deepEqual(found.map(({ field }) => field).sort(), [
        'spec.embedded.apiVersion',
        'spec.embedded.kind',
      ]);
    },
  },
  {
    name: 'a name that is no name is refused with metadata.name as cause',
    async run(world) {
      const [cause] = meaningful(
        await refusedCauses(world, { owner: 'team-a' }, { name: 'Bad_Name' }),
      );
      assert.equal(cause.field, 'metadata.name');
      assert.match(
        String(cause.message),
        /^Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist/,
      );
    },
  },
  {
    name: 'a label value that is none is refused with metadata.labels as cause',
    async run(world) {
      const [cause] = meaningful(
        await refusedCauses(
          world,
          { owner: 'team-a' },
          { labels: { tier: 'gold plated' } },
        ),
      );
      assert.equal(cause.field, 'metadata.labels');
    },
  },
  {
    name: 'an annotation whose key is none is refused',
    async run(world) {
      const causes = async (annotations: object) =>
        refusedCauses(world, { owner: 'team-a' }, { annotations });
      const [cause] = await causes({ 'not a key': 'x' });
      assert.equal(cause.field, 'metadata.annotations');
    },
  },
];
