import { mockCredentials } from '@backstage/backend-test-utils';
import { RefusedInputError } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fakePlatforms,
  type FakePlatform,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  denying,
  ownOnly,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { aWorld, crd, pathOf } from '../__testUtils__/world';

type Portal = Awaited<ReturnType<typeof startPortal>>;
let portal: Portal;
let eu: FakePlatform;

beforeEach(async () => {
  const platforms = fakePlatforms({ platforms: [{ objects: aWorld() }] });
  eu = platforms.get('eu');
  portal = await startPortal({ platforms });
});

const user = mockCredentials.user.header();
const nobody = mockCredentials.none.header();
const collection = `/requests/eu/${crd}`;
const cache = { platform: 'eu', crd, namespace: 'payments', name: 'cache' };
const aBody = (parts: object = {}) => ({
  name: 'fresh',
  namespace: 'payments',
  object: { spec: { size: 'large' } },
  ...parts,
});
const aPatch = (...patch: object[]) => ({ generation: 1, patch });
const larger = { op: 'replace', path: '/spec/size', value: 'large' };

describe('creating', () => {
  const create = (body: object, path = collection, identity = user) =>
    portal.call('post', path, identity).send(body);

  it('answers with the request, whose owner and requester the portal wrote', async () => {
    const { status, body } = await create(
      aBody({ owner: 'payments', service: 'component:default/shop' }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'fresh',
      owner: 'group:default/payments',
      requester: 'user:default/mock',
      service: 'component:default/shop',
      entityRef: 'resource:default/eu.payments.redis.fresh',
      allowed: { update: true, delete: true },
    });
    expect(eu.recordedWrites).toMatchObject([
      {
        verb: 'create',
        dryRun: false,
        caller: { userEntityRef: 'user:default/mock' },
        object: {
          apiVersion: 'demo.kratix-portal.io/v1',
          kind: 'Redis',
          metadata: {
            name: 'fresh',
            namespace: 'payments',
            annotations: {
              'kratix-portal.io/owner': 'group:default/payments',
              'kratix-portal.io/requested-by': 'user:default/mock',
              'kratix-portal.io/for': 'component:default/shop',
            },
          },
          spec: { size: 'large' },
        },
      },
    ]);
  });

  it('hands on the labels, annotations and digits of the person', async () => {
    const { status } = await portal
      .call('post', collection)
      .set('content-type', 'application/json')
      .send(
        '{"name":"fresh","namespace":"payments","object":{"spec":{"size":9007199254740993}},"labels":{"app.kubernetes.io/name":"shop"},"annotations":{"example.org/note":"mine"}}',
      );
    expect(status).toBe(201);
    expect(eu.recordedWrites).toMatchObject([
      {
        object: {
          metadata: {
            labels: { 'app.kubernetes.io/name': 'shop' },
            annotations: {
              'example.org/note': 'mine',
              'kratix-portal.io/requested-by': 'user:default/mock',
            },
          },
          spec: { size: 9007199254740993n },
        },
      },
    ]);
  });

  it.each([
    ['labels', 'kratix.io/paused', 'is reserved for Kratix'],
    ['annotations', 'work.kratix.io/a', 'is reserved for Kratix'],
    ['annotations', 'kubernetes.io/a', 'is reserved for Kubernetes'],
    ['labels', 'node.k8s.io/a', 'is reserved for Kubernetes'],
    [
      'annotations',
      'kratix-portal.io/requested-by',
      'is reserved for the portal',
    ],
  ])('refuses %s that are not its own: %s', async (field, key, message) => {
    const { status, body } = await create(aBody({ [field]: { [key]: 'x' } }));
    expect(status).toBe(400);
    expect(body.error.causes).toEqual([
      { field: `metadata.${field}[${key}]`, message },
    ]);
    expect(eu.recordedWrites).toEqual([]);
  });

  it('lets a template mark the request as its own', async () => {
    const labels = { 'kratix-portal.io/scaffolder-task': 'task-1' };
    const { status } = await create(aBody({ labels }));
    expect(status).toBe(201);
    expect(eu.recordedWrites).toMatchObject([
      { object: { metadata: { labels } } },
    ]);
  });

  it('says of a broken body no more than that', async () => {
    const { status, text } = await portal
      .call('post', collection)
      .set('content-type', 'application/json')
      .send('{"object":{"password":"hunter2"');
    expect(status).toBe(400);
    expect(text).toContain('The body is not valid JSON');
    expect(text).not.toContain('hunter2');
  });

  it('does not take the stand-in of a secret for one', async () => {
    const spec = { users: [{ password: '••••••' }] };
    const { status, body } = await create(aBody({ object: { spec } }));
    expect(status).toBe(400);
    expect(body.error.causes).toMatchObject([
      { field: 'spec.users[0].password' },
    ]);
  });

  it('is there to be read at once', async () => {
    await create(aBody());
    expect((await portal.call('get', pathOf('fresh'))).status).toBe(200);
    const { body } = await portal.call('get', '/requests?q=fresh');
    expect(body.total).toBe(1);
  });

  it('takes the team whose namespace it is for the owner', async () => {
    const { body } = await create(aBody());
    expect(body.owner).toBe('group:default/payments');
  });

  it('keeps nothing of a dry run', async () => {
    const { status } = await create(aBody(), `${collection}?dryRun=true`);
    expect(status).toBe(201);
    expect(eu.recordedWrites).toMatchObject([{ dryRun: true }]);
    expect((await portal.call('get', pathOf('fresh'))).status).toBe(404);
  });

  const denied = denying('kratix.request.create');
  it.each<[string, number, object, string, string, Policy]>([
    ['no identity', 401, aBody(), collection, nobody, allow],
    ['a denied user', 403, aBody(), collection, user, denied],
    ['a denied user, no such kind', 403, {}, `${collection}x`, user, denied],
    [
      "another team's owner",
      403,
      aBody({ owner: 'web' }),
      collection,
      user,
      allow,
    ],
    [
      "another team's namespace",
      403,
      aBody({ namespace: 'web' }),
      collection,
      user,
      allow,
    ],
    [
      'a kind no Promise offers',
      404,
      aBody(),
      '/requests/eu/secrets',
      user,
      allow,
    ],
    ['an unknown platform', 404, aBody(), `/requests/us/${crd}`, user, allow],
    ['no name', 400, aBody({ name: undefined }), collection, user, allow],
    [
      'a name in capitals',
      400,
      aBody({ name: 'Fresh' }),
      collection,
      user,
      allow,
    ],
    ['a body that is none', 400, [], collection, user, allow],
    [
      'no namespace where one is needed',
      400,
      aBody({ namespace: '-' }),
      collection,
      user,
      allow,
    ],
    [
      'metadata of its own',
      400,
      aBody({ object: { metadata: {} } }),
      collection,
      user,
      allow,
    ],
    [
      'a label that steers Kratix',
      400,
      aBody({ labels: { 'kratix.io/paused': 'true' } }),
      collection,
      user,
      allow,
    ],
    [
      'an owner that is no reference',
      400,
      aBody({ owner: 'a b' }),
      collection,
      user,
      allow,
    ],
    [
      'a strange dry run',
      400,
      aBody(),
      `${collection}?dryRun=maybe`,
      user,
      allow,
    ],
  ])(
    'refuses %s with %i, and writes nothing',
    async (_what, status, body, path, identity, policy) => {
      portal.setPolicy(policy);
      const answer = await create(body, path, identity);
      expect(answer.status).toBe(status);
      expect(eu.recordedWrites).toEqual([]);
    },
  );

  it('hands on what the platform says of the fields', async () => {
    const causes = [{ field: 'spec.size', message: 'must be small' }];
    eu.refuseWrites(new RefusedInputError('Redis is invalid', causes));
    const { status, body } = await create(aBody());
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ message: 'Redis is invalid', causes });
  });

  it('says that a name is taken', async () => {
    expect((await create(aBody({ name: 'cache' }))).status).toBe(409);
  });

  it.each([
    [
      'is unreachable',
      {
        failingSince: 1,
        failure: { reason: 'network', message: 'x' } as const,
      },
    ],
    ['was never reached', { lastContactAt: undefined, kinds: [] }],
  ])('writes nothing while the platform %s', async (_how, facts) => {
    eu.setFacts(facts);
    const { status, body } = await create(aBody());
    expect(status).toBe(503);
    expect(body.error.name).toBe('PlatformUnavailableError');
    expect(eu.recordedWrites).toEqual([]);
  });
});

describe('changing', () => {
  const change = (body: object, path = pathOf('cache'), identity = user) =>
    portal.call('patch', path, identity).send(body);

  it('answers with the request as it is then', async () => {
    const { status, body } = await change(aPatch(larger));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      generation: 2,
      settings: [{ path: 'spec.size', value: 'large' }],
    });
  });

  it('hands a request from one of my teams to another of mine alone', async () => {
    const to = (value: string) => ({
      op: 'add',
      path: '/metadata/annotations/kratix-portal.io~1owner',
      value,
    });
    expect((await change(aPatch(to('web')))).status).toBe(400);
    const { status, body } = await change(aPatch(to('payments')));
    expect(status).toBe(200);
    expect(body.owner).toBe('group:default/payments');
    // The map had to be made first.
    expect(eu.recordedWrites.at(-1)?.patch?.map(({ path }) => path)).toEqual([
      '/metadata/annotations',
      '/metadata/annotations/kratix-portal.io~1owner',
    ]);
  });

  it('takes large numbers and the labels of the person', async () => {
    const { status } = await portal
      .call('patch', pathOf('cache'))
      .set('content-type', 'application/json')
      .send(
        '{"generation":1,"patch":[{"op":"add","path":"/spec/count","value":9007199254740993},{"op":"add","path":"/metadata/labels/example.org~1team","value":"a"}]}',
      );
    expect(status).toBe(200);
    const { text } = await portal.call('get', `${pathOf('cache')}/object`);
    expect(text).toContain('"count":9007199254740993');
    expect(text).toContain('"example.org/team":"a"');
    expect(text).toContain('"generation":2');
  });

  it('takes all labels at once, but for those of others', async () => {
    const { object } = (await portal.call('get', `${pathOf('cache')}/object`))
      .body;
    const labels = { ...object.metadata.labels, a: '1', b: '2' };
    const at = (op: string, value?: object) =>
      change(aPatch({ op, path: '/metadata/labels', value }));
    const now = () => eu.request({ ...cache })?.metadata;
    await at('add', labels);
    expect(now()?.labels).toEqual(labels);
    await change({
      generation: now()?.generation,
      patch: [{ op: 'replace', path: '/metadata/labels', value: { b: '3' } }],
    });
    expect(now()?.labels).toEqual({ ...object.metadata.labels, b: '3' });
    await change({
      generation: now()?.generation,
      patch: [{ op: 'remove', path: '/metadata/labels' }],
    });
    expect(now()?.labels ?? {}).toEqual(object.metadata.labels ?? {});
  });

  it('keeps annotations that the cache leaves out', async () => {
    const copy = 'kubectl.kubernetes.io/last-applied-configuration';
    const read = await eu.readRequest(cache);
    jest.spyOn(eu, 'readRequest').mockResolvedValueOnce({
      ...read,
      metadata: { ...read.metadata, annotations: { [copy]: '{}' } },
    });
    eu.refuseWrites(new RefusedInputError('Not today', []));
    const path = '/metadata/annotations/example.org~1note';
    await change(aPatch({ op: 'add', path, value: 'mine' }));
    expect(eu.recordedWrites.at(-1)?.patch).toEqual([
      { op: 'add', path, value: 'mine' },
    ]);
  });

  it('is a conflict when it was changed meanwhile', async () => {
    const { status } = await change({ ...aPatch(larger), generation: 7 });
    expect(status).toBe(409);
  });

  const denied = denying('kratix.request.update');
  const own = ownOnly('kratix.request.update');
  const ownAlone = ownOnly('kratix.request.update', 'kratix.request.read');
  const at = (path: string) => aPatch({ op: 'add', path, value: 'x' });
  it.each<[string, number, object, string, string, Policy]>([
    ['no identity', 401, aPatch(larger), pathOf('cache'), nobody, allow],
    ['a denied user', 403, aPatch(larger), pathOf('cache'), user, denied],
    [
      'a denied user, unknown',
      403,
      aPatch(larger),
      pathOf('gone'),
      user,
      denied,
    ],
    [
      "another team's request",
      403,
      aPatch(larger),
      pathOf('other', 'web'),
      user,
      own,
    ],
    [
      'one that may not be seen',
      404,
      aPatch(larger),
      pathOf('other', 'web'),
      user,
      ownAlone,
    ],
    ['an unknown request', 404, aPatch(larger), pathOf('gone'), user, allow],
    ['a malformed name', 400, aPatch(larger), pathOf('No_Such'), user, allow],
    ['no generation', 400, { patch: [larger] }, pathOf('cache'), user, allow],
    ['an empty patch', 400, aPatch(), pathOf('cache'), user, allow],
    ['a new name', 400, at('/metadata/name'), pathOf('cache'), user, allow],
    [
      'finalizers',
      400,
      at('/metadata/finalizers/-'),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'labels of Kratix',
      400,
      at('/metadata/labels/kratix.io~1paused'),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'who asked for it',
      400,
      at('/metadata/annotations/kratix-portal.io~1requested-by'),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'all annotations',
      400,
      at('/metadata/annotations'),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'a label that is no text',
      400,
      aPatch({ op: 'add', path: '/metadata/labels/a', value: 1 }),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'all labels, one of Kratix among them',
      400,
      aPatch({
        op: 'add',
        path: '/metadata/labels',
        value: { 'kratix.io/paused': 'true' },
      }),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      "kubectl's copy",
      400,
      at(
        '/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration',
      ),
      pathOf('cache'),
      user,
      allow,
    ],
    [
      'the stand-in of a secret',
      400,
      aPatch({ op: 'add', path: '/spec/login', value: { password: '••••••' } }),
      pathOf('cache'),
      user,
      allow,
    ],
    ['its status', 400, at('/status/url'), pathOf('cache'), user, allow],
    ['its kind', 400, at('/kind'), pathOf('cache'), user, allow],
    ['everything', 400, at('/'), pathOf('cache'), user, allow],
  ])(
    'refuses %s with %i, and writes nothing',
    async (_what, status, body, path, identity, policy) => {
      portal.setPolicy(policy);
      const answer = await change(body, path, identity);
      expect(answer.status).toBe(status);
      expect(eu.recordedWrites).toEqual([]);
    },
  );
});

describe('deleting', () => {
  const remove = (path: string, identity = user) =>
    portal.call('delete', path, identity);

  it('takes the request away', async () => {
    expect((await remove(pathOf('cache'))).status).toBe(204);
    expect((await portal.call('get', pathOf('cache'))).status).toBe(404);
  });

  it('keeps it after a dry run', async () => {
    expect((await remove(`${pathOf('cache')}?dryRun=true`)).status).toBe(204);
    expect((await portal.call('get', pathOf('cache'))).status).toBe(200);
  });

  const denied = denying('kratix.request.delete');
  const own = ownOnly('kratix.request.delete');
  const ownAlone = ownOnly('kratix.request.delete', 'kratix.request.read');
  it.each<[string, number, string, string, Policy]>([
    ['no identity', 401, pathOf('cache'), nobody, allow],
    ['a denied user', 403, pathOf('cache'), user, denied],
    ['a denied user, unknown', 403, pathOf('gone'), user, denied],
    ["another team's request", 403, pathOf('other', 'web'), user, own],
    ['one that may not be seen', 404, pathOf('other', 'web'), user, ownAlone],
    ['an unknown request', 404, pathOf('gone'), user, allow],
    ['a malformed name', 400, pathOf('No_Such'), user, allow],
  ])(
    'refuses %s with %i, and writes nothing',
    async (_what, status, path, identity, policy) => {
      portal.setPolicy(policy);
      expect((await remove(path, identity)).status).toBe(status);
      expect(eu.recordedWrites).toEqual([]);
    },
  );
});
