import assert from 'node:assert/strict';
import type { Behaviour, ConformanceWorld } from '../types';
import { warningsOf } from '../warnings';

const promises = '/apis/platform.kratix.io/v1alpha1/promises';

const aPromise = (name: string, more: object = {}) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name, labels: { 'kratix.io/promise-version': 'v1.0.0' } },
  spec: { destinationSelectors: [{ matchLabels: { environment: 'dev' } }] },
  ...more,
});

const withUnknown = (name: string) =>
  aPromise(name, {
    metadata: { name, oops: true },
    spec: { typo: 1, workflows: { resorce: {} } },
    extra: {},
  });

const unknownFields = [
  'unknown field "extra"',
  'unknown field "metadata.oops"',
  'unknown field "spec.typo"',
  'unknown field "spec.workflows.resorce"',
];

async function create(world: ConformanceWorld, body: object, query = '') {
  const answer = await world.call({
    method: 'POST',
    path: `${promises}${query}`,
    body,
  });
  return { ...answer, warnings: warningsOf(answer.headers.warning) };
}

const patchOf = (
  { call }: ConformanceWorld,
  name: string,
  body: object[],
  query = '',
) =>
  call({
    method: 'PATCH',
    path: `${promises}/${name}${query}`,
    type: 'application/json-patch+json',
    body,
  });

/** What an install, an upgrade and an uninstall of a Promise rely on. @internal */
export const installing: Behaviour[] = [
  {
    name: 'installing into Kratix: each unknown field of a Promise is a warning of its own, by default too',
    async run(world) {
      const body = withUnknown(`${world.name()}-warned`);
      for (const mode of ['', '&fieldValidation=Warn']) {
        const query = `?dryRun=All${mode}`;
        const { code, text, warnings } = await create(world, body, query);
        assert.equal(code, 201, text);
        assert.deepEqual(warnings.sort(), unknownFields);
      }
    },
  },
  {
    name: 'installing into Kratix: unknown fields of a Promise are refused together where validation is strict',
    async run(world) {
      const body = withUnknown(`${world.name()}-strict`);
      const query = '?dryRun=All&fieldValidation=Strict';
      const { code, body: status } = await create(world, body, query);
      assert.equal(code, 400);
      const [start, fields] = String(status.message).split(
        'strict decoding error: ',
      );
      assert.equal(
        start,
        'Promise in version "v1alpha1" cannot be handled as a Promise: ',
      );
      assert.deepEqual(fields.split(', ').sort(), unknownFields);
    },
  },
  {
    name: 'installing into Kratix: a Promise is patched while its generation holds, and not after',
    async run(world) {
      const name = `${world.name()}-patched`;
      const { code, body, text } = await create(world, aPromise(name));
      assert.equal(code, 201, text);
      const { generation = 0 } = body.metadata;
      const spec = { destinationSelectors: [] };
      const test = { op: 'test', path: '/metadata/generation' };
      const replace = { op: 'replace', path: '/spec', value: spec };
      const label = {
        op: 'add',
        path: '/metadata/labels/kratix.io~1promise-version',
        value: 'v1.1.0',
      };
      const patch = [{ ...test, value: generation }, replace, label];
      const tried = await patchOf(world, name, patch, '?dryRun=All');
      assert.equal(tried.code, 200, tried.text);
      const done = await patchOf(world, name, patch);
      assert.equal(done.code, 200, done.text);
      assert.equal(done.body.metadata.generation, generation + 1);
      assert.deepEqual(done.body.spec, spec);
      assert.deepEqual(done.body.metadata.labels, {
        'kratix.io/promise-version': 'v1.1.0',
      });
      const again = await patchOf(world, name, patch);
      assert.equal(again.code, 422, again.text);
      await world.call({ method: 'DELETE', path: `${promises}/${name}` });
    },
  },
  {
    name: 'installing into Kratix: unknown fields in a patch of a Promise are warnings',
    async run(world) {
      const name = `${world.name()}-typing`;
      const made = await create(world, aPromise(name));
      assert.equal(made.code, 201, made.text);
      const value = { typo: 1 };
      const { code, headers, text } = await patchOf(
        world,
        name,
        [{ op: 'replace', path: '/spec', value }],
        '?dryRun=All',
      );
      assert.equal(code, 200, text);
      assert.deepEqual(warningsOf(headers.warning), [
        'unknown field "spec.typo"',
      ]);
      await world.call({ method: 'DELETE', path: `${promises}/${name}` });
    },
  },
  {
    name: 'installing into Kratix: a Promise goes only by the uid that was meant',
    async run(world) {
      const name = `${world.name()}-meant`;
      const { body, code, text } = await create(world, aPromise(name));
      assert.equal(code, 201, text);
      const remove = (uid: string) =>
        world.call({
          method: 'DELETE',
          path: `${promises}/${name}`,
          body: {
            apiVersion: 'v1',
            kind: 'DeleteOptions',
            preconditions: { uid },
          },
        });
      const other = await remove('00000000-0000-0000-0000-000000000000');
      assert.equal(other.code, 409, other.text);
      assert.equal(other.body.reason, 'Conflict');
      const there = await world.call({ path: `${promises}/${name}` });
      assert.equal(there.code, 200);
      const gone = await remove(body.metadata.uid ?? '');
      assert.equal(gone.code, 200, gone.text);
      const after = await world.call({ path: `${promises}/${name}` });
      assert.equal(after.code, 404);
    },
  },
  {
    name: 'installing into Kratix: a dry run of a Promise whose name is taken is a conflict',
    async run(world) {
      const name = `${world.name()}-taken`;
      const made = await create(world, aPromise(name));
      assert.equal(made.code, 201, made.text);
      const { code, body } = await create(world, aPromise(name), '?dryRun=All');
      assert.equal(code, 409);
      assert.equal(body.reason, 'AlreadyExists');
      await world.call({ method: 'DELETE', path: `${promises}/${name}` });
    },
  },
];
