import { aCluster, closeAll, until, watching } from '../__testUtils__/cluster';
import { aPromise } from '../__testUtils__/objects';
import type { Caller, PatchOperation } from '../types';

afterEach(closeAll);

const ann: Caller = {
  userEntityRef: 'user:default/ann',
  ownershipEntityRefs: ['group:default/team-a'],
};
const labelled: PatchOperation[] = [
  {
    op: 'add',
    path: '/spec/destinationSelectors',
    value: [{ matchLabels: { environment: 'dev' } }],
  },
];
const aRelease = (name = 'queue') => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'PromiseRelease',
  metadata: { name },
  spec: {
    version: 'v1.0.0',
    sourceRef: { type: 'http', url: 'https://example.org/queue.yaml' },
  },
});

const rightsOf = (name: string, verbs: string[]) => [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'installers' },
    rules: [
      {
        apiGroups: ['platform.kratix.io'],
        resources: ['promises', 'promisereleases'],
        verbs,
      },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'installers' },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'installers',
    },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name }],
  },
];

async function setUp(
  options: {
    identity?: 'serviceAccount' | 'impersonation' | 'oidc';
    rights?: ReturnType<typeof rightsOf>;
  } = {},
) {
  const { identity, rights = [] } = options;
  const cluster = await aCluster({ objects: [aRelease('old'), ...rights] });
  const platform = watching(
    { portalKubeconfig: cluster.kubeconfig },
    { identity },
  );
  await platform.firstSync();
  const stored = (name: string, plural = 'promises') =>
    cluster.store.get('platform.kratix.io', plural, name);
  return { cluster, platform, stored, writes: platform.writes };
}

describe('as the service account', () => {
  it('installs, changes and removes a Promise; a dry run keeps nothing', async () => {
    const { platform, stored, writes } = await setUp();
    const dry = await writes.createPromise(aPromise('queue'), {
      caller: ann,
      dryRun: true,
    });
    expect(dry.object.metadata.uid).toBeDefined();
    expect(stored('queue')).toBeUndefined();
    await writes.createPromise(aPromise('queue'), { caller: ann });
    await until(() => platform.get('promises', 'queue') !== undefined);

    const options = { caller: ann, generation: 1 };
    const wanted = { destinationSelectors: labelled[0].value };
    await writes.patchPromise('queue', labelled, { ...options, dryRun: true });
    expect(stored('queue')?.spec).not.toMatchObject(wanted);
    const changed = await writes.patchPromise('queue', labelled, options);
    expect(changed.object).toMatchObject({
      metadata: { generation: 2 },
      spec: wanted,
    });

    await writes.deletePromise('queue', { caller: ann, dryRun: true });
    expect(stored('queue')).toBeDefined();
    await writes.deletePromise('queue', { caller: ann });
    expect(stored('queue')).toBeUndefined();
  });

  it('does the same with a PromiseRelease', async () => {
    const { platform, stored, writes } = await setUp();
    const at = (name: string) => stored(name, 'promisereleases');
    await writes.createPromiseRelease(aRelease(), {
      caller: ann,
      dryRun: true,
    });
    expect(at('queue')).toBeUndefined();
    await writes.createPromiseRelease(aRelease(), { caller: ann });
    await until(() => platform.get('promisereleases', 'queue') !== undefined);
    await writes.patchPromiseRelease(
      'queue',
      [{ op: 'replace', path: '/spec/version', value: 'v2.0.0' }],
      { caller: ann, generation: 1 },
    );
    expect(at('queue')?.spec).toMatchObject({ version: 'v2.0.0' });
    await writes.deletePromiseRelease('queue', { caller: ann });
    expect(at('queue')).toBeUndefined();
  });

  it('takes a Promise with keys that the CRD does not know, and hands on the warning', async () => {
    const { stored, writes } = await setUp();
    const promise = aPromise('queue');
    const odd = {
      ...promise,
      spec: { ...Object(promise.spec), colour: 'red' },
    };
    const { warnings } = await writes.createPromise(odd, { caller: ann });
    expect(warnings).toEqual(['unknown field "spec.colour"']);
    expect(stored('queue')).toBeDefined();
  });

  it('says that a name is taken, and that something moved, as a conflict', async () => {
    const { writes } = await setUp();
    await expect(
      writes.createPromise(aPromise(), { caller: ann }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await writes.patchPromise('cache', labelled, {
      caller: ann,
      generation: 1,
    });
    await expect(
      writes.patchPromise('cache', labelled, { caller: ann, generation: 1 }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });

  it.each(['..', '.', ''])('the name %j leads to no other path', async name => {
    const { cluster, platform, writes } = await setUp();
    await expect(
      writes.deletePromise(name, { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(
      writes.patchPromise(name, labelled, { caller: ann, generation: 1 }),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(platform.readObject('promises', name)).rejects.toMatchObject({
      name: 'InputError',
    });
    expect(cluster.faults.counts()).not.toHaveProperty(['delete promises']);
  });

  it('does not delete the namesake of what was seen', async () => {
    const { cluster, platform, stored, writes } = await setUp();
    cluster.faults.disturbWatches('silence', { resource: 'promises' });
    cluster.store.delete('platform.kratix.io', 'promises', 'cache');
    cluster.store.create(aPromise());
    expect(platform.get('promises', 'cache')?.metadata.uid).not.toBe(
      stored('cache')?.metadata.uid,
    );
    await expect(
      writes.deletePromise('cache', { caller: ann }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(stored('cache')).toBeDefined();
  });

  it('reads objects as they are, CRDs of nobody among them', async () => {
    const { cluster, platform } = await setUp();
    const name = 'caches.example.org';
    const what = 'customresourcedefinitions' as const;
    expect(await platform.readObject(what, name)).toMatchObject({
      metadata: { name },
    });
    await expect(platform.readObject('promises', 'gone')).rejects.toMatchObject(
      { name: 'NotFoundError' },
    );
    cluster.faults.inject({ effect: { type: 'status', code: 503 } });
    await expect(platform.readObject(what, name)).rejects.toMatchObject({
      name: 'PlatformUnavailableError',
    });
  });
});

describe('by impersonation', () => {
  const identity = 'impersonation';

  it('installs with the rights of the person', async () => {
    const rights = rightsOf('group:default/team-a', ['create']);
    const { platform, stored, writes } = await setUp({ identity, rights });
    expect(await platform.mayManage(ann, 'create', 'promises')).toBe(true);
    expect(await platform.mayManage(ann, 'delete', 'promises', 'cache')).toBe(
      false,
    );
    await writes.createPromise(aPromise('queue'), { caller: ann });
    expect(stored('queue')).toBeDefined();
    await expect(
      writes.deletePromise('cache', { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('never with more rights than the person has', async () => {
    const rights = rightsOf('group:default/team-b', ['*']);
    const { platform, stored, writes } = await setUp({ identity, rights });
    expect(await platform.mayManage(ann, 'create', 'promisereleases')).toBe(
      false,
    );
    await expect(
      writes.createPromise(aPromise('queue'), { caller: ann, dryRun: true }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      writes.patchPromise('cache', labelled, { caller: ann, generation: 1 }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(stored('queue')).toBeUndefined();
  });
});

it('without a token of the person nothing is written where one is wanted', async () => {
  const { platform, stored, writes } = await setUp({ identity: 'oidc' });
  await expect(
    writes.createPromise(aPromise('queue'), { caller: ann }),
  ).rejects.toMatchObject({ name: 'NotAllowedError' });
  expect(await platform.mayManage(ann, 'create', 'promises')).toBe(false);
  expect(stored('queue')).toBeUndefined();
});
