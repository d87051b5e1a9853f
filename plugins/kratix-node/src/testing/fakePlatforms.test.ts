import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Caller, PlatformChange } from '../types';
import { fakePlatform } from './fakePlatform';
import { fakePlatforms } from './fakePlatforms';

const caller: Caller = {
  userEntityRef: 'user:default/ann',
  ownershipEntityRefs: ['group:default/team-a'],
};
const promise: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'cache' },
  spec: {
    api: {
      spec: {
        group: 'example.org',
        names: { kind: 'Cache', plural: 'caches' },
        scope: 'Namespaced',
        versions: [{ name: 'v1', served: true, storage: true }],
      },
    },
  },
};
const request: KubeObject = {
  apiVersion: 'example.org/v1',
  kind: 'Cache',
  metadata: { name: 'orders', namespace: 'team-a', generation: 1 },
  spec: { size: 'small' },
};
const ref = {
  platform: 'eu',
  crd: 'caches.example.org',
  namespace: 'team-a',
  name: 'orders',
};
const work: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Work',
  metadata: {
    name: 'cache-orders-abc12',
    namespace: 'team-a',
    labels: {
      'kratix.io/promise-name': 'cache',
      'kratix.io/resource-name': 'orders',
      'kratix.io/work-type': 'resource',
    },
  },
};

describe('fakePlatforms', () => {
  it('finds the kind of a request through its Promise and joins by label', () => {
    const platform = fakePlatform({ objects: [request, work, promise] });
    expect(platform.requestKinds()).toMatchObject([
      { crd: ref.crd, promise: 'cache', version: 'v1', namespaced: true },
    ]);
    const facts = platform.requestFacts(ref);
    expect(facts?.promise?.metadata.name).toBe('cache');
    expect(facts?.works?.map(one => one.metadata.name)).toEqual([
      'cache-orders-abc12',
    ]);
    expect(facts?.jobs).toEqual([]);
    expect(platform.complete()).toBe(true);
  });

  it('answers nothing, rather than none, for a kind that is forbidden', () => {
    const platform = fakePlatform({
      objects: [promise, request],
      forbidden: ['works'],
    });
    expect(platform.requestFacts(ref)?.works).toBeUndefined();
    expect(platform.facts().kinds).toContainEqual(
      expect.objectContaining({ plural: 'works', state: 'forbidden' }),
    );
  });

  it('tells of a change and of the request it concerns', () => {
    const platforms = fakePlatforms({
      platforms: [{ objects: [promise, request] }],
    });
    const changes: PlatformChange[] = [];
    platforms.subscribe(change => changes.push(change));
    platforms.get('eu').apply(work);
    expect(changes).toHaveLength(1);
    expect(changes[0].affected.requests).toEqual([ref]);
    platforms.get('eu').remove(promise);
    expect(
      changes[1].objects.map(({ type, object }) => [type, object.kind]),
    ).toEqual([
      ['DELETED', 'Promise'],
      ['DELETED', 'Cache'],
    ]);
  });

  it('installs, changes and removes Promises, with what is scripted', async () => {
    const platform = fakePlatform({
      mayManage: (_caller, verb, what) =>
        verb === 'create' && what === 'promises',
    });
    const { writes } = platform;
    platform.warnWrites('odd key');
    const dry = await writes.createPromise(promise, { caller, dryRun: true });
    expect(dry.warnings).toEqual(['odd key']);
    expect(platform.get('promises', 'cache')).toBeUndefined();
    await writes.createPromise(promise, { caller });
    await expect(writes.createPromise(promise, { caller })).rejects.toThrow(
      'Changed meanwhile',
    );
    expect(platform.requestKinds()).toHaveLength(1);

    const patch = [
      { op: 'add' as const, path: '/metadata/labels', value: { a: 'b' } },
    ];
    await writes.patchPromise('cache', patch, { caller, generation: 1 });
    expect(platform.get('promises', 'cache')?.metadata).toMatchObject({
      generation: 2,
      labels: { a: 'b' },
    });
    await expect(
      writes.patchPromise('cache', patch, { caller, generation: 1 }),
    ).rejects.toThrow('Changed meanwhile');

    await writes.deletePromise('cache', { caller });
    expect(platform.get('promises', 'cache')).toBeUndefined();
    await expect(
      writes.deletePromiseRelease('cache', { caller }),
    ).rejects.toThrow('Not found');
    expect(platform.recordedWrites.map(({ verb }) => verb)).toEqual([
      'create',
      'create',
      'create',
      'patch',
      'patch',
      'delete',
    ]);
    expect(await platform.mayManage(caller, 'create', 'promises')).toBe(true);
    expect(await platform.mayManage(caller, 'delete', 'promises')).toBe(false);
  });

  it('reads single objects, or fails to', async () => {
    const platform = fakePlatform({ objects: [promise] });
    expect(await platform.readObject('promises', 'cache')).toMatchObject({
      kind: 'Promise',
    });
    await expect(platform.readObject('promises', 'gone')).rejects.toThrow(
      'Not found',
    );
    platform.refuseReads(new Error('away'));
    await expect(platform.readObject('promises', 'cache')).rejects.toThrow(
      'away',
    );
  });

  it('keeps what is written, guards edits by generation, and records both', async () => {
    const platform = fakePlatform({ objects: [promise] });
    const [kind] = platform.requestKinds();
    await platform.writes.createRequest(kind, request, {
      caller,
      dryRun: true,
    });
    expect(platform.request(ref)).toBeUndefined();
    await platform.writes.createRequest(kind, request, { caller });
    await expect(
      platform.writes.createRequest(kind, request, { caller }),
    ).rejects.toThrow('Changed meanwhile');

    const patch = [
      { op: 'replace' as const, path: '/spec/size', value: 'large' },
    ];
    await platform.writes.patchRequest(ref, patch, { caller, generation: 1 });
    expect(platform.request(ref)).toMatchObject({
      metadata: { generation: 2 },
      spec: { size: 'large' },
    });
    await expect(
      platform.writes.patchRequest(ref, patch, { caller, generation: 1 }),
    ).rejects.toThrow('Changed meanwhile');

    await platform.writes.deleteRequest(ref, { caller });
    expect(platform.request(ref)).toBeUndefined();
    expect(platform.recordedWrites.map(({ verb }) => verb)).toEqual([
      'create',
      'create',
      'create',
      'patch',
      'patch',
      'delete',
    ]);
  });
});
