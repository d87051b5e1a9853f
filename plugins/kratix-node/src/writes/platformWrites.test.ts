import { aCluster, closeAll, until, watching } from '../__testUtils__/cluster';
import { aRequest, refOf } from '../__testUtils__/objects';
import type { Caller, PatchOperation } from '../types';

afterEach(closeAll);

const ann: Caller = {
  userEntityRef: 'user:default/ann',
  ownershipEntityRefs: [
    'user:default/ann',
    'group:default/team-b',
    'group:default/team-a',
  ],
};
const larger: PatchOperation[] = [
  { op: 'replace', path: '/spec/size', value: 'large' },
];

/** Rights on Caches in team-a, for somebody. */
const rightsFor = (kind: 'User' | 'Group', name: string) => [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'caches' },
    rules: [
      {
        apiGroups: ['example.org'],
        resources: ['caches'],
        verbs: ['get', 'list', 'create', 'patch', 'delete'],
      },
    ],
  },
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'caches', namespace: 'team-a' },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'caches',
    },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind, name }],
  },
];

async function setUp(
  options: {
    identity?: 'serviceAccount' | 'impersonation' | 'oidc';
    rights?: ReturnType<typeof rightsFor>;
    users?: { name: string; groups: string[]; token: string }[];
  } = {},
) {
  const { identity, rights = [], users } = options;
  const cluster = await aCluster({ objects: [aRequest(), ...rights], users });
  // The administrator of the cluster, who may act as anybody.
  const platform = watching(
    { portalKubeconfig: cluster.kubeconfig },
    { identity },
  );
  await platform.firstSync();
  const [kind] = platform.requestKinds();
  const stored = (name = 'orders') =>
    cluster.store.get('example.org', 'caches', name, 'team-a');
  return { cluster, platform, kind, stored, writes: platform.writes };
}

describe('as the service account', () => {
  it('creates, edits and deletes; a dry run keeps nothing', async () => {
    const { platform, kind, stored, writes } = await setUp();
    const created = await writes.createRequest(kind, aRequest('new'), {
      caller: ann,
      dryRun: true,
    });
    expect(created.metadata.uid).toBeDefined();
    expect(stored('new')).toBeUndefined();
    await writes.createRequest(kind, aRequest('new'), { caller: ann });
    expect(stored('new')).toBeDefined();
    await until(() => platform.request(refOf('new')) !== undefined);

    const options = { caller: ann, generation: 1 };
    await writes.patchRequest(refOf(), larger, { ...options, dryRun: true });
    expect(stored()?.spec).toEqual({ size: 'small' });
    const patched = await writes.patchRequest(refOf(), larger, options);
    expect(patched).toMatchObject({
      metadata: { generation: 2 },
      spec: { size: 'large' },
    });

    await writes.deleteRequest(refOf(), { caller: ann, dryRun: true });
    expect(stored()).toBeDefined();
    await writes.deleteRequest(refOf(), { caller: ann });
    expect(stored()).toBeUndefined();
  });

  it('an edit of something that moved meanwhile is a conflict', async () => {
    const { stored, writes } = await setUp();
    const options = { caller: ann, generation: 1 };
    await writes.patchRequest(refOf(), larger, options);
    await expect(
      writes.patchRequest(refOf(), larger, options),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(stored()?.metadata.generation).toBe(2);
  });

  it('status that Kratix writes meanwhile is no conflict', async () => {
    const { cluster, stored, writes } = await setUp();
    cluster.store.updateStatus({
      ...aRequest(),
      status: { message: 'Pending' },
    });
    await writes.patchRequest(refOf(), larger, { caller: ann, generation: 1 });
    expect(stored()?.spec).toEqual({ size: 'large' });
  });

  it('refused input keeps its field paths', async () => {
    const { writes, kind } = await setUp();
    const wrong = { ...aRequest('wrong'), spec: { size: 7 } };
    await expect(
      writes.createRequest(kind, wrong, { caller: ann }),
    ).rejects.toMatchObject({
      causes: [expect.objectContaining({ field: 'spec.size' })],
    });
    const unknown = { ...aRequest('wrong'), spec: { colour: 'red' } };
    await expect(
      writes.createRequest(kind, unknown, { caller: ann }),
    ).rejects.toThrow(/unknown field "spec.colour"/);
    await expect(
      writes.patchRequest(
        refOf(),
        [{ op: 'add', path: '/spec/colour', value: 'red' }],
        { caller: ann, generation: 1 },
      ),
    ).rejects.toThrow(/unknown field "spec.colour"/);
    await expect(
      writes.patchRequest(
        refOf(),
        [{ op: 'replace', path: '/spec/size', value: 7 }],
        { caller: ann, generation: 1 },
      ),
    ).rejects.toMatchObject({
      causes: [expect.objectContaining({ field: 'spec.size' })],
    });
  });

  it.each([
    ['of a kind that no Promise defines', { crd: 'nodes.example.org' }],
    ['that is not there', { name: 'gone' }],
  ])('deleting something %s is not found', async (_what, part) => {
    const { writes } = await setUp();
    await expect(
      writes.deleteRequest({ ...refOf(), ...part }, { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each(['..', '', '.'])('the name %j leads to no other path', async name => {
    const { cluster, writes } = await setUp();
    await expect(
      writes.deleteRequest({ ...refOf(), name }, { caller: ann }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(cluster.faults.counts()).not.toHaveProperty(['delete caches']);
  });

  it.each(['orders?dryRun=All', 'orders#a', 'orders/status', 'x/../orders'])(
    'the name %j is no other name',
    async name => {
      const { stored, writes } = await setUp();
      await expect(
        writes.deleteRequest({ ...refOf(), name }, { caller: ann }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(
        writes.patchRequest({ ...refOf(), name }, larger, {
          caller: ann,
          generation: 1,
        }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(stored()).toMatchObject({ metadata: { generation: 1 } });
    },
  );

  it('does not delete the namesake of what was seen', async () => {
    const { cluster, platform, stored, writes } = await setUp();
    cluster.faults.disturbWatches('silence', { resource: 'caches' });
    cluster.store.delete('example.org', 'caches', 'orders', 'team-a');
    cluster.store.create(aRequest());
    expect(platform.request(refOf())?.metadata.uid).not.toBe(
      stored()?.metadata.uid,
    );
    await expect(
      writes.deleteRequest(refOf(), { caller: ann }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect(stored()).toBeDefined();
  });

  it.each([
    ['503', { type: 'status', code: 503 } as const],
    ['a reset', { type: 'reset' } as const],
    ['401', { type: 'status', code: 401 } as const],
  ])(
    '%s is an unavailable platform, without its address',
    async (_what, effect) => {
      const { cluster, kind, writes } = await setUp();
      cluster.faults.inject({ effect, scope: { verbs: ['create'] } });
      const error: Error = await writes
        .createRequest(kind, aRequest('new'), { caller: ann })
        .catch(reason => reason);
      expect(error).toMatchObject({
        name: 'PlatformUnavailableError',
        statusCode: 503,
      });
      expect(error.message).not.toMatch(/127|localhost|https/);
    },
  );

  it('ends when it is aborted', async () => {
    const { cluster, kind, writes } = await setUp();
    cluster.faults.inject({ effect: { type: 'latency', ms: 500 } });
    const aborting = new AbortController();
    const write = writes.createRequest(kind, aRequest('new'), {
      caller: ann,
      signal: aborting.signal,
    });
    aborting.abort();
    await expect(write).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('by impersonation', () => {
  it('acts with the rights of all groups, each by itself', async () => {
    const { kind, stored, writes, platform } = await setUp({
      identity: 'impersonation',
      rights: rightsFor('Group', 'group:default/team-a'),
    });
    await writes.createRequest(kind, aRequest('new'), { caller: ann });
    expect(stored('new')).toBeDefined();
    expect(await platform.mayAccess(ann, 'update', refOf())).toBe(true);
    expect(await platform.mayAccess(ann, 'create', refOf('x', 'team-b'))).toBe(
      false,
    );
  });

  it('never with more rights than the person has', async () => {
    const { kind, stored, writes, platform } = await setUp({
      identity: 'impersonation',
      rights: rightsFor('Group', 'group:default/team-c'),
    });
    await expect(
      writes.createRequest(kind, aRequest('new'), { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    await expect(
      writes.deleteRequest(refOf(), { caller: ann }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(stored()).toBeDefined();
    expect(await platform.mayAccess(ann, 'get', refOf())).toBe(false);
  });

  it.each([
    ['system:masters'],
    ['user:default/ann\r\nImpersonate-Group: system:masters'],
    ['group:default/team-a'],
  ])('nobody is %s', async userEntityRef => {
    const { kind, writes } = await setUp({ identity: 'impersonation' });
    await expect(
      writes.createRequest(kind, aRequest('new'), {
        caller: { ...ann, userEntityRef },
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('asks the cluster once for many questions of one person', async () => {
    const { cluster, platform } = await setUp({
      identity: 'impersonation',
      rights: rightsFor('User', 'user:default/ann'),
    });
    cluster.faults.resetCounts();
    const names = ['orders', 'a', 'b', 'c'];
    const answers = await Promise.all(
      names.map(name => platform.mayAccess(ann, 'get', refOf(name))),
    );
    expect(answers).toEqual([true, true, true, true]);
    expect(cluster.faults.counts()).toMatchObject({
      'create selfsubjectaccessreviews': 1,
    });
  });

  it('no answer is not a yes', async () => {
    const { cluster, platform } = await setUp({ identity: 'impersonation' });
    cluster.faults.inject({ effect: { type: 'status', code: 503 } });
    await expect(platform.mayAccess(ann, 'get', refOf())).rejects.toMatchObject(
      { name: 'PlatformUnavailableError' },
    );
  });
});

describe('with the own token of a person', () => {
  const users = [{ name: 'ann', groups: [], token: 'token-of-ann' }];
  const signedIn = { ...ann, token: 'token-of-ann' };

  it('acts as that person', async () => {
    const { kind, stored, writes, platform } = await setUp({
      identity: 'oidc',
      users,
      rights: rightsFor('User', 'ann'),
    });
    await writes.createRequest(kind, aRequest('new'), { caller: signedIn });
    expect(stored('new')).toBeDefined();
    expect(await platform.mayAccess(signedIn, 'delete', refOf())).toBe(true);
  });

  it("has that person's rights, not those of the service account", async () => {
    const { kind, stored, writes, platform } = await setUp({
      identity: 'oidc',
      users,
    });
    await expect(
      writes.createRequest(kind, aRequest('new'), { caller: signedIn }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(stored('new')).toBeUndefined();
    expect(await platform.mayAccess(signedIn, 'get', refOf())).toBe(false);
  });

  it.each([
    ['none', undefined],
    ['one that is not taken any more', 'expired'],
  ])('with a token that is %s nothing is written', async (_what, token) => {
    const { kind, stored, writes, platform } = await setUp({
      identity: 'oidc',
      users,
    });
    const caller = { ...ann, token };
    await expect(
      writes.createRequest(kind, aRequest('new'), { caller }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(stored('new')).toBeUndefined();
    expect(await platform.mayAccess(caller, 'get', refOf())).toBe(false);
  });
});
