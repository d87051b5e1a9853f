import assert from 'node:assert/strict';
import { kratixDefinitions } from '../../crds';
import type { Behaviour } from '../types';

const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const promises = '/apis/platform.kratix.io/v1alpha1/promises';

const aPromise = (spec: object) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'conformance' },
  spec,
});

/** @internal */
export const kratix: Behaviour[] = [
  {
    name: 'the CRDs of Kratix are taken',
    async run({ call, eventually }) {
      for (const body of kratixDefinitions()) {
        const { code, text } = await call({ method: 'POST', path: crds, body });
        // The sandbox begins with them.
        assert.ok(code === 201 || code === 409, text);
      }
      await eventually('Promises can be listed', async () => {
        const { code } = await call({ path: promises });
        return code === 200;
      });
    },
  },
  {
    name: 'a Promise keeps its API and pipelines whole',
    async run({ call }) {
      const pipeline = {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Pipeline',
        metadata: { name: 'one' },
        spec: { containers: [{ name: 'a', image: 'b', env: [{ name: 'c' }] }] },
      };
      const spec = {
        api: {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          metadata: { name: 'things.example.org' },
          spec: { any: { thing: 1 } },
        },
        workflows: { resource: { configure: [pipeline] } },
        dependencies: [
          { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } },
        ],
      };
      const { code, body, text } = await call({
        method: 'POST',
        path: `${promises}?dryRun=All`,
        body: aPromise({ ...spec, typo: 1 }),
      });
      assert.equal(code, 201, text);
      assert.deepEqual(body.spec, spec);
    },
  },
  {
    name: 'a Promise without a name is refused; null is no name',
    async run({ call }) {
      const { code, text } = await call({
        method: 'POST',
        path: `${promises}?dryRun=All`,
        body: { ...aPromise({}), metadata: { name: null } },
      });
      assert.equal(code, 422, text);
    },
  },
  {
    name: 'null in the metadata of an API is absent',
    async run({ call }) {
      const api = { apiVersion: 'v1', kind: 'X', metadata: { name: null } };
      const { code, body, text } = await call({
        method: 'POST',
        path: `${promises}?dryRun=All`,
        body: aPromise({ api }),
      });
      assert.equal(code, 201, text);
      assert.deepEqual(body.spec, { api: { ...api, metadata: {} } });
    },
  },
  {
    name: 'a Destination gets its defaults, and keeps its mode',
    async run({ call }) {
      const path = '/apis/platform.kratix.io/v1alpha1/destinations';
      const { code, body, text } = await call({
        method: 'POST',
        path,
        body: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Destination',
          metadata: { name: 'conformance' },
          spec: { path: 'here' },
        },
      });
      assert.equal(code, 201, text);
      assert.deepEqual(body.spec, {
        path: 'here',
        cleanup: 'none',
        filepath: { mode: 'nestedByMetadata' },
        initWorkloads: { enabled: true },
      });
      const changed = await call({
        method: 'PATCH',
        path: `${path}/conformance`,
        type: 'application/merge-patch+json',
        body: { spec: { filepath: { mode: 'none' } } },
      });
      assert.equal(changed.code, 422);
      assert.deepEqual((changed.body.details as { causes: object[] }).causes, [
        {
          reason: 'FieldValueInvalid',
          message: 'Invalid value: "string": filepath.mode is immutable',
          field: 'spec.filepath.mode',
        },
      ]);
      await call({ method: 'DELETE', path: `${path}/conformance` });
    },
  },
];
