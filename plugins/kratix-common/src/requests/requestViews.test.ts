import { aPromise, aReadyRequest, anObject } from '../testing';
import { redacted, type KubeObject } from '../kube';
import { columnsView } from './columnsView';
import { describeRequest } from './describeRequest';
import { manifestView } from './manifestView';
import { outputsView } from './outputsView';
import { requestDetailView } from './requestDetailView';
import { requestOwner } from './requestOwner';
import { requestView } from './requestView';
import { settingsView } from './settingsView';

const withStatus = (status: Record<string, unknown>) =>
  aReadyRequest({ status, namespace: 'payments' });

describe('what the person gets back', () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      'text',
      { host: 'db.example' },
      { kind: 'text', title: 'Host', value: 'db.example' },
    ],
    ['a number', { port: 5432 }, { kind: 'text', value: '5432' }],
    [
      'an address',
      { url: 'https://db.example/x' },
      { kind: 'url', value: 'https://db.example/x' },
    ],
    [
      'an address a browser must not follow',
      { url: 'data:text/html,hello' },
      { kind: 'text' },
    ],
    ['a list', { hosts: ['a', 'b'] }, { kind: 'list', items: ['a', 'b'] }],
    [
      'what lies below',
      { connectionDetails: { host: 'db' } },
      {
        path: 'connectionDetails.host',
        title: 'Connection details › Host',
        value: 'db',
      },
    ],
    [
      'a reference to a Secret',
      { secretRef: { name: 'db-creds' } },
      { kind: 'secret', secret: { namespace: 'payments', name: 'db-creds' } },
    ],
    [
      'a reference elsewhere',
      { credentialsSecret: { name: 'x', namespace: 'vault' } },
      { kind: 'secret', secret: { namespace: 'vault', name: 'x' } },
    ],
    [
      'the name of a Secret',
      { secretName: 'db-creds' },
      { kind: 'secret', secret: { namespace: 'payments', name: 'db-creds' } },
    ],
  ])('shows %s', (_what, status, output) => {
    expect(outputsView(withStatus(status))).toMatchObject([output]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a password', { password: 'hush' }],
    ['a token below', { api: { accessToken: 'hush' } }],
    ['all below credentials', { credentials: { user: 'hush' } }],
    ['a number that is a key', { apiKey: 4711 }],
    [
      'a connection string with a password',
      { dsnText: 'postgres://me:hush@db/x' },
    ],
    ['such a string in a list', { urls: ['https://me:hush@db/x'] }],
    [
      'a secret key of a list item',
      { users: [{ name: 'a', password: 'hush' }] },
    ],
    [
      'a private key by its look',
      { cert: '-----BEGIN RSA PRIVATE KEY-----\nhush' },
    ],
    ['a web token by its look', { session: 'eyJhbGciOiJI.eyJzdWIiOiIx.hush' }],
    ['a value under the name secret', { secret: 'hush' }],
    [
      'a value whose name says so',
      { env: [{ name: 'DB_PASSWORD', value: 'hush' }] },
    ],
    ['a token in an address', { url: 'https://a.example/?access_token=hush' }],
    ['a signed address', { url: 'https://a.example/x?se=1&sig=hush' }],
    ['a connection string with a key', { store: 'Host=a;AccountKey=hush' }],
    ['a token by its look', { note: `ghp_${'hush'.repeat(9)}` }],
  ])('hides %s', (_what, status) => {
    const outputs = outputsView(withStatus(status));
    expect(JSON.stringify(outputs)).not.toMatch(/hush|4711/);
    expect(outputs).toHaveLength(1);
  });

  it('leaves out what Kratix writes', () => {
    const status = {
      message: 'x',
      workflows: 1,
      workflowsSucceeded: 1,
      healthStatus: { state: 'ready' },
      resourceBindingVersion: 'latest',
    };
    expect(outputsView(withStatus(status))).toEqual([]);
  });

  it('takes order and titles from the Promise', () => {
    const outputs = outputsView(
      withStatus({ zone: 'a', host: 'db', port: 1 }),
      'port=Port number, host',
    );
    expect(outputs.map(({ path, title }) => [path, title])).toEqual([
      ['port', 'Port number'],
      ['host', 'Host'],
      ['zone', 'Zone'],
    ]);
  });

  it.each([[undefined], ['text'], [[1]], [null]])(
    'reads a status that is %p',
    status => {
      const request: KubeObject = { ...aReadyRequest(), status };
      expect(outputsView(request)).toEqual([]);
    },
  );
});

describe('settings', () => {
  const schema = {
    properties: {
      spec: {
        properties: {
          size: { type: 'string', default: 'small' },
          maxConnections: { type: 'integer', title: 'Connections at most' },
          backup: { properties: { at: { default: { hour: 3 } } } },
          labels: { additionalProperties: { type: 'string' } },
        },
      },
    },
  };
  const settingsOf = (spec: Record<string, unknown>) =>
    settingsView(aReadyRequest({ spec }), schema);

  it('tells what was chosen from what was left as it is', () => {
    const settings = settingsOf({ size: 'small', maxConnections: 7 });
    expect(settings).toEqual([
      { path: 'spec.size', title: 'Size', value: 'small', isDefault: true },
      {
        path: 'spec.maxConnections',
        title: 'Connections at most',
        value: '7',
        isDefault: false,
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, object[]]>([
    ['a list in one line', { users: ['a', 'b'] }, [{ value: 'a, b' }]],
    [
      'maps key by key',
      { labels: { 'a/b': 'c' } },
      [{ path: 'spec.labels.a/b', value: 'c' }],
    ],
    [
      'objects in a list',
      { users: [{ name: 'a', admin: true }] },
      [{ value: 'name: a, admin: true' }],
    ],
    [
      'objects in a list apart from each other',
      { users: [{ name: 'a' }, { name: 'b', admin: true }] },
      [{ value: 'name: a; name: b, admin: true' }],
    ],
    ['an empty object', { backup: {} }, [{ path: 'spec.backup', value: '' }]],
    ['nothing', {}, []],
  ])('shows %s', (_what, spec, expected) => {
    expect(settingsOf(spec)).toMatchObject(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a password', { adminPassword: 'hush' }],
    ['one in a list', { users: [{ password: 'hush' }] }],
    ['one in a connection string', { from: 'https://me:hush@host' }],
  ])('masks %s', (_what, spec) => {
    expect(JSON.stringify(settingsOf(spec))).not.toContain('hush');
  });
});

describe('columns of the Promise', () => {
  const column = (jsonPath: string, priority = 0) => ({
    name: jsonPath,
    type: 'string',
    jsonPath,
    priority,
  });
  const request = aReadyRequest({
    spec: { size: 'large', tags: ['a', 'b'], password: 'hush' },
    status: {
      ready: [
        { type: 'A', value: 'no' },
        { type: 'B', value: 'yes' },
      ],
    },
    labels: { 'example.io/zone': 'eu-1' },
  });

  it.each([
    ['.spec.size', 'large'],
    ['{.spec.size}', 'large'],
    ['.spec.tags[1]', 'b'],
    [".metadata.labels['example.io/zone']", 'eu-1'],
    ['.metadata.labels.example\\.io/zone', ''],
    ['.status.ready[?(@.type=="B")].value', 'yes'],
    ['.spec.nothing', ''],
    ['.spec.tags[*]', ''],
    ['.spec.__proto__', ''],
    ['.spec.password', '••••••'],
  ])('reads %s as %p', (jsonPath, value) => {
    const columns = columnsView(request, [column(jsonPath)]);
    expect(columns[jsonPath] ?? '').toBe(value);
  });

  it('reads what cannot be made a text, and shows no secret in it', () => {
    const odd = { toString: 'x', valueOf: 'y' };
    const status = {
      conditions: [{ type: odd }, { type: 'Ready', status: 'True' }],
      admin: { user: 'root', password: 'hush' },
      odd,
    };
    const path = '.status.conditions[?(@.type=="Ready")].status';
    expect(
      columnsView(aReadyRequest({ status }), [
        column(path),
        column('.status.admin'),
        column('.status.odd'),
      ]),
    ).toEqual({
      [path]: 'True',
      '.status.admin': redacted,
      '.status.odd': 'toString: x, valueOf: y',
    });
  });

  it('takes the first three that say something of their own', () => {
    const columns = columnsView(request, [
      column('.metadata.creationTimestamp'),
      column('.spec.size', 1),
      ...['a', 'b', 'c', 'd'].map(name => ({ ...column('.spec.size'), name })),
    ]);
    expect(Object.keys(columns)).toEqual(['a', 'b', 'c']);
  });
});

describe('the manifest', () => {
  const object = aReadyRequest({
    spec: { size: 'small', password: 'hush', link: 'https://me:hush@host' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"hush":1}',
      note: 'kept',
    },
  });
  object.metadata.managedFields = [{ manager: 'kubectl' }];

  it('is YAML without secrets and without what only the API server needs', () => {
    const yaml = manifestView(object);
    expect(yaml).toMatch(
      /^apiVersion: demo.kratix-portal.io\/v1\nkind: Redis\n/,
    );
    expect(yaml).toContain('size: small');
    expect(yaml).toContain('note: kept');
    expect(yaml).not.toMatch(/hush|managedFields|last-applied/);
  });

  it('masks the data of a Secret', () => {
    const secret = {
      ...anObject('Secret', { name: 's' }, 'v1'),
      data: { a: 'aHVzaA==' },
      stringData: { b: 'hush' },
    };
    expect(manifestView(secret)).not.toMatch(/aHVzaA|hush/);
  });

  it('leaves the object as it was', () => {
    const before = JSON.stringify(object);
    manifestView(object);
    expect(JSON.stringify(object)).toBe(before);
  });
});

describe('the next run that Kratix starts by itself', () => {
  const passed = '2026-03-01T12:00:00Z';
  const nextRunAt = (
    now: string,
    parts: { promise?: KubeObject; deletedAt?: string } = {},
  ) => {
    const { promise = aPromise(), deletedAt } = parts;
    const request = aReadyRequest({
      deletedAt,
      status: { lastSuccessfulConfigureWorkflowTime: passed },
    });
    const description = describeRequest(
      { request, promise },
      { now: Date.parse(now) },
    );
    const ref = {
      platform: 'eu',
      crd: 'c',
      namespace: 'team-a',
      name: 'cache',
    };
    return requestDetailView({
      view: requestView({
        ref,
        request,
        promise: {
          name: 'redis',
          title: 'Redis',
          kind: 'Redis',
          printerColumns: [],
        },
        description,
        annotationPrefix: 'px/',
      }),
      description,
      freshness: { platform: 'eu', title: 'EU', label: 'connected' },
      request,
      facts: { request, promise },
      allowed: { update: true, delete: true },
      now: Date.parse(now),
    }).nextRunAt;
  };
  const every = (interval: string) =>
    aPromise({
      annotations: { 'kratix.io/reconciliation-interval': interval },
    });

  it.each<[string, string | undefined, string | undefined]>([
    [
      'ten hours after the last',
      nextRunAt('2026-03-01T13:00:00Z'),
      '2026-03-01T22:00:00.000Z',
    ],
    [
      'by the interval of the Promise',
      nextRunAt('2026-03-01T13:00:00Z', { promise: every('1h30m') }),
      '2026-03-01T13:30:00.000Z',
    ],
    [
      'as usual, where the interval is none',
      nextRunAt('2026-03-01T13:00:00Z', { promise: every('soon') }),
      '2026-03-01T22:00:00.000Z',
    ],
    ['not told once overdue', nextRunAt('2026-03-02T13:00:00Z'), undefined],
    [
      'not told while it is being deleted',
      nextRunAt('2026-03-01T13:00:00Z', { deletedAt: passed }),
      undefined,
    ],
  ])('is %s', (_what, at, expected) => {
    expect(at).toBe(expected);
  });
});

describe('who owns a request', () => {
  const teamOf = (namespace: string) =>
    namespace === 'payments' ? 'group:default/payments' : undefined;
  const ownerOf = (
    annotations?: Record<string, string>,
    namespaceOwner?: string,
    namespace = 'payments',
  ) =>
    requestOwner({
      request: aReadyRequest({ annotations, namespace }),
      namespace: anObject(
        'Namespace',
        {
          name: namespace,
          ...(namespaceOwner && {
            annotations: { 'px/owner': namespaceOwner },
          }),
        },
        'v1',
      ),
      annotationPrefix: 'px/',
      teamOf,
    });

  it.each([
    [
      'its own word',
      ownerOf({ 'px/owner': 'group:default/data' }, 'web'),
      'group:default/data',
    ],
    ['a short name', ownerOf({ 'px/owner': 'Data' }), 'group:default/data'],
    [
      'the word of other portals',
      ownerOf({ 'kratix.io/backstage-group': 'data' }, 'web'),
      'group:default/data',
    ],
    [
      'its own word before that of other portals',
      ownerOf({ 'kratix.io/backstage-group': 'web', 'px/owner': 'data' }),
      'group:default/data',
    ],
    ['its namespace’s word', ownerOf(undefined, 'web'), 'group:default/web'],
    ['whose namespace it is', ownerOf(), 'group:default/payments'],
    ['nobody', ownerOf(undefined, undefined, 'lab'), undefined],
    [
      'not what is no reference',
      ownerOf({ 'px/owner': 'a b' }),
      'group:default/payments',
    ],
  ])('takes %s', (_what, owner, expected) => {
    expect(owner).toBe(expected);
  });
});
