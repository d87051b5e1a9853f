import assert from 'node:assert/strict';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Behaviour, ConformanceWorld } from '../types';
import { aNamespace } from '../world';

const merge = 'application/merge-patch+json';

const ownedBy = ({ apiVersion, kind, metadata }: KubeObject) => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid,
});

async function createConfigMap(
  { call, namespace, name }: ConformanceWorld,
  metadata: object = {},
  within = namespace,
): Promise<string> {
  const path = `/api/v1/namespaces/${within}/configmaps`;
  const wanted = name();
  const { code, text } = await call({
    method: 'POST',
    path,
    body: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: wanted, ...metadata },
      data: { a: 'b' },
    },
  });
  assert.equal(code, 201, text);
  return `${path}/${wanted}`;
}

const isGone =
  ({ call }: ConformanceWorld, path: string) =>
  async () =>
    (await call({ path })).code === 404;

/** @internal */
export const deleting: Behaviour[] = [
  {
    name: 'a delete answers with a Status that names what went',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const path = widgets(metadata.name);
      const { code, body } = await call({ method: 'DELETE', path });
      assert.equal(code, 200);
      assert.equal(body.kind, 'Status');
      assert.equal(body.status, 'Success');
      assert.equal((body.details as { uid: string }).uid, metadata.uid);
      assert.equal((await call({ path })).code, 404);
      assert.equal((await call({ method: 'DELETE', path })).code, 404);
    },
  },
  {
    name: 'the options of a delete are those of its body, where it has one',
    async run({ createWidget, call, widgets }) {
      const options = { apiVersion: 'v1', kind: 'DeleteOptions' };
      const { metadata } = await createWidget();
      const path = widgets(metadata.name);
      const tried = await call({
        method: 'DELETE',
        path,
        body: { ...options, dryRun: ['All'] },
      });
      assert.equal(tried.code, 200, tried.text);
      assert.equal((await call({ path })).code, 200);
      await call({ method: 'DELETE', path: `${path}?dryRun=All` });
      assert.equal((await call({ path })).code, 200);
      await call({
        method: 'DELETE',
        path: `${path}?dryRun=All`,
        body: options,
      });
      assert.equal((await call({ path })).code, 404);
    },
  },
  {
    name: 'finalizers hold what is deleted, at a generation one higher',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget({
        metadata: { name: 'held', finalizers: ['example.org/hold'] },
      });
      const path = widgets(metadata.name);
      const { code, body } = await call({ method: 'DELETE', path });
      assert.equal(code, 200);
      assert.equal(body.kind, 'Widget');
      assert.ok(body.metadata.deletionTimestamp);
      assert.equal(body.metadata.generation, 2);
      const again = await call({ method: 'DELETE', path });
      assert.equal(again.code, 200);
      assert.equal(again.body.metadata.generation, 2);
      const more = await call({
        method: 'PATCH',
        path,
        type: merge,
        body: {
          metadata: { finalizers: ['example.org/hold', 'example.org/more'] },
        },
      });
      assert.equal(more.code, 422);
      assert.match(
        String(more.body.message),
        /metadata\.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers \[\]string\{"example.org\/more"\}/,
      );
      const last = await call({
        method: 'PATCH',
        path,
        type: merge,
        body: { metadata: { finalizers: null } },
      });
      assert.equal(last.code, 200);
      assert.equal((await call({ path })).code, 404);
    },
  },
  {
    name: 'a delete with preconditions that do not hold is a conflict',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const remove = (preconditions: object) =>
        call({
          method: 'DELETE',
          path: widgets(metadata.name),
          body: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions },
        });
      const other = await remove({ uid: 'another' });
      assert.equal(other.code, 409);
      const stale = await remove({ resourceVersion: '1' });
      assert.equal(stale.code, 409);
      assert.equal((await remove({ uid: metadata.uid })).code, 200);
    },
  },
  {
    name: 'a delete of a dry run deletes nothing',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const path = widgets(metadata.name);
      const { code } = await call({
        method: 'DELETE',
        path: `${path}?dryRun=All`,
      });
      assert.equal(code, 200);
      assert.equal((await call({ path })).code, 200);
    },
  },
  {
    name: 'many can be deleted by label',
    async run({ createWidget, call, widgets }) {
      const labels = { doomed: 'yes' };
      const { metadata } = await createWidget({
        metadata: { name: 'd1', labels },
      });
      await createWidget({ metadata: { name: 'd2', labels } });
      const spared = await createWidget();
      const { code } = await call({
        method: 'DELETE',
        path: `${widgets()}?labelSelector=doomed%3Dyes`,
      });
      assert.equal(code, 200);
      assert.equal((await call({ path: widgets(metadata.name) })).code, 404);
      assert.equal((await call({ path: widgets('d2') })).code, 404);
      const left = await call({ path: widgets(spared.metadata.name) });
      assert.equal(left.code, 200);
    },
  },
  {
    name: 'what an object owned goes after it',
    needsControllers: true,
    async run(world) {
      const { createWidget, call, widgets, eventually } = world;
      const owner = await createWidget();
      const child = await createConfigMap(world, {
        ownerReferences: [ownedBy(owner)],
      });
      const stranger = await createConfigMap(world);
      await call({ method: 'DELETE', path: widgets(owner.metadata.name) });
      await eventually('the child is gone', isGone(world, child));
      assert.equal((await call({ path: stranger })).code, 200);
    },
  },
  {
    name: 'what has another owner yet stays, and forgets the one that is gone',
    needsControllers: true,
    async run(world) {
      const { createWidget, call, widgets, eventually } = world;
      const [one, other] = [await createWidget(), await createWidget()];
      const child = await createConfigMap(world, {
        ownerReferences: [ownedBy(one), ownedBy(other)],
      });
      await call({ method: 'DELETE', path: widgets(one.metadata.name) });
      await eventually('the owner is forgotten', async () => {
        const { body } = await call({ path: child });
        const owners = body.metadata.ownerReferences ?? [];
        return owners.length === 1 && owners[0].uid === other.metadata.uid;
      });
    },
  },
  {
    name: 'orphans live on without owner',
    needsControllers: true,
    async run(world) {
      const { createWidget, call, widgets, eventually } = world;
      const owner = await createWidget();
      const child = await createConfigMap(world, {
        ownerReferences: [ownedBy(owner)],
      });
      await call({
        method: 'DELETE',
        path: `${widgets(owner.metadata.name)}?propagationPolicy=Orphan`,
      });
      await eventually('the owner is forgotten', async () => {
        const { body } = await call({ path: child });
        return body.metadata.ownerReferences === undefined;
      });
      assert.equal((await call({ path: child })).code, 200);
    },
  },
  {
    name: 'in the foreground the owner goes last',
    needsControllers: true,
    async run(world) {
      const { createWidget, call, widgets, eventually } = world;
      const owner = await createWidget();
      const child = await createConfigMap(world, {
        finalizers: ['example.org/hold'],
        ownerReferences: [{ ...ownedBy(owner), blockOwnerDeletion: true }],
      });
      const path = widgets(owner.metadata.name);
      const { body } = await call({
        method: 'DELETE',
        path: `${path}?propagationPolicy=Foreground`,
      });
      assert.deepEqual(body.metadata.finalizers, ['foregroundDeletion']);
      await eventually('the child is being deleted', async () =>
        Boolean((await call({ path: child })).body.metadata.deletionTimestamp),
      );
      assert.equal((await call({ path })).code, 200);
      await call({
        method: 'PATCH',
        path: child,
        type: merge,
        body: { metadata: { finalizers: null } },
      });
      await eventually('the owner is gone', isGone(world, path));
    },
  },
  {
    name: 'an object whose owner never was goes',
    needsControllers: true,
    async run(world) {
      const owner = await world.createWidget();
      const child = await createConfigMap(world, {
        ownerReferences: [
          { ...ownedBy(owner), uid: '00000000-0000-0000-0000-000000000001' },
        ],
      });
      await world.eventually('the child is gone', isGone(world, child));
    },
  },
  {
    name: 'a namespace takes nothing new while it empties, and goes when empty',
    needsControllers: true,
    async run(world) {
      const { call, name, namespace, eventually } = world;
      const doomed = `${namespace}-${name()}`;
      const path = `/api/v1/namespaces/${doomed}`;
      await call({
        method: 'POST',
        path: '/api/v1/namespaces',
        body: aNamespace(doomed),
      });
      const held = await createConfigMap(
        world,
        { finalizers: ['example.org/hold'] },
        doomed,
      );
      const removed = await call({ method: 'DELETE', path });
      assert.equal(removed.code, 200);
      assert.deepEqual(
        (removed.body.status as { phase: string }).phase,
        'Terminating',
      );
      const late = await call({
        method: 'POST',
        path: `${path}/configmaps`,
        body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' } },
      });
      assert.equal(late.code, 403);
      assert.match(
        String(late.body.message),
        /^configmaps "x" is forbidden: unable to create new content in namespace .* because it is being terminated$/,
      );
      await eventually('its content is being deleted', async () =>
        Boolean((await call({ path: held })).body.metadata.deletionTimestamp),
      );
      await call({
        method: 'PATCH',
        path: held,
        type: merge,
        body: { metadata: { finalizers: null } },
      });
      await eventually('the namespace is gone', isGone(world, path));
    },
  },
];
