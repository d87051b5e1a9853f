import {
  aDatabase,
  aDatabaseStore,
  databaseDefinition,
  getDatabase,
  manualTimer,
  refusal,
} from './testing';
import type { Store, StoreChange } from './types';

describe('createStore', () => {
  const timer = manualTimer();
  let store: Store;
  let changes: StoreChange[];

  beforeEach(() => {
    ({ store, changes } = aDatabaseStore(timer.schedule));
  });

  it('establishes a CRD and serves its kind', () => {
    expect(store.kind('demo.example.org', 'Database')).toMatchObject({
      plural: 'databases',
      singular: 'database',
      listKind: 'DatabaseList',
      namespaced: true,
      hasStatus: true,
    });
    const definition = store.get(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'databases.demo.example.org',
    );
    expect(definition?.status).toMatchObject({
      storedVersions: ['v1'],
      conditions: [
        { type: 'NamesAccepted', status: 'True' },
        { type: 'Established', status: 'True' },
      ],
    });
    expect(definition?.metadata.generation).toBe(1);
  });

  it('defaults, prunes and begins at generation 1 without status', () => {
    const created = store.create({
      ...aDatabase('orders', {
        owner: 'orders',
        typo: 1,
        free: { anything: [1] },
      }),
      status: { message: 'not yours to write' },
    });
    expect(created).toMatchObject({
      metadata: {
        generation: 1,
        creationTimestamp: '2026-01-02T03:04:05Z',
        uid: expect.any(String),
        resourceVersion: store.resourceVersion(),
      },
    });
    expect(created.spec).toEqual({
      owner: 'orders',
      size: 'small',
      free: { anything: [1] },
    });
    expect(created.status).toBeUndefined();
    expect(Object.isFrozen(created.spec)).toBe(true);
    expect(changes).toMatchObject([{ type: 'ADDED', object: created }]);
  });

  it.each([
    ['a missing field', {}, 'spec.owner', 'FieldValueRequired'],
    [
      'a value outside the enum',
      { owner: 'orders', size: 'huge' },
      'spec.size',
      'FieldValueNotSupported',
    ],
    [
      'a wrong type',
      { owner: 'orders', replicas: 'many' },
      'spec.replicas',
      'FieldValueTypeInvalid',
    ],
    [
      'a number too large',
      { owner: 'orders', replicas: 9 },
      'spec.replicas',
      'FieldValueInvalid',
    ],
  ])('refuses %s', (_what, spec, field, reason) => {
    const status = refusal(() => store.create(aDatabase('orders', spec)));
    expect(status).toMatchObject({
      code: 422,
      details: { kind: 'Database', causes: [{ field, reason }] },
    });
    expect(getDatabase(store, 'orders')).toBeUndefined();
  });

  it.each([
    ['a name that is taken', 409, aDatabase('taken')],
    [
      'a namespace that is not there',
      404,
      { ...aDatabase('x'), metadata: { name: 'x', namespace: 'none' } },
    ],
    ['a name in capitals', 422, aDatabase('Bad_Name')],
    ['a kind that is not there', 404, { ...aDatabase('x'), kind: 'Toaster' }],
  ])('refuses %s with %i', (_what, code, object) => {
    store.create(aDatabase('taken'));
    expect(refusal(() => store.create(object)).code).toBe(code);
  });

  it('raises the generation with spec, not with metadata or status', () => {
    const created = store.create(aDatabase('orders'));
    const labelled = store.update({
      ...created,
      metadata: { ...created.metadata, labels: { team: 'a' } },
    });
    expect(labelled.metadata.generation).toBe(1);
    const edited = store.update({
      ...labelled,
      spec: { owner: 'billing', size: 'small' },
    });
    expect(edited.metadata.generation).toBe(2);
    const reported = store.updateStatus({
      ...edited,
      spec: { owner: 'ignored here' },
      status: { message: 'done' },
    });
    expect(reported).toMatchObject({
      metadata: { generation: 2 },
      spec: { owner: 'billing' },
      status: { message: 'done' },
    });
    const kept = store.update({ ...reported, status: { message: 'not here' } });
    expect(kept.status).toEqual({ message: 'done' });
  });

  it('does not write what changes nothing', () => {
    const created = store.create(aDatabase('orders'));
    const before = store.resourceVersion();
    expect(store.update(created)).toBe(created);
    expect(store.resourceVersion()).toBe(before);
    expect(changes).toHaveLength(1);
  });

  it('refuses a write on a stale resourceVersion, or of another uid', () => {
    const created = store.create(aDatabase('orders'));
    store.updateStatus({ ...created, status: { message: 'meanwhile' } });
    expect(refusal(() => store.update(created)).code).toBe(409);
    expect(
      refusal(() =>
        store.update({
          ...created,
          metadata: { name: 'orders', namespace: 'default', uid: 'another' },
        }),
      ).code,
    ).toBe(409);
  });

  it('keeps nothing of a dry run, and says what would be', () => {
    const answer = store.create(aDatabase('orders'), { dryRun: true });
    expect(answer.spec).toEqual({ owner: 'orders', size: 'small' });
    expect(getDatabase(store, 'orders')).toBeUndefined();
    expect(changes).toEqual([]);
  });

  it('patches by merge and by JSON patch, status apart', () => {
    store.create(aDatabase('orders'));
    const ref = {
      group: 'demo.example.org',
      plural: 'databases',
      name: 'orders',
      namespace: 'default',
    };
    const merged = store.patch({
      ...ref,
      type: 'merge',
      body: { spec: { replicas: 3, size: null }, status: { message: 'no' } },
    });
    expect(merged.spec).toEqual({
      owner: 'orders',
      replicas: 3,
      size: 'small',
    });
    expect(merged.status).toBeUndefined();
    const replaced = store.patch({
      ...ref,
      type: 'json',
      body: [
        { op: 'test', path: '/metadata/generation', value: 2 },
        { op: 'replace', path: '/spec/replicas', value: 4 },
      ],
    });
    expect(replaced).toMatchObject({
      metadata: { generation: 3 },
      spec: { replicas: 4 },
    });
    expect(
      refusal(() =>
        store.patch({
          ...ref,
          type: 'json',
          body: [{ op: 'test', path: '/metadata/generation', value: 2 }],
        }),
      ),
    ).toMatchObject({ code: 422, reason: 'Invalid' });
    const status = store.patch({
      ...ref,
      type: 'merge',
      subresource: 'status',
      body: { status: { message: 'ok' }, spec: { replicas: 1 } },
    });
    expect(status).toMatchObject({
      spec: { replicas: 4 },
      status: { message: 'ok' },
    });
  });

  it('lets hooks change, warn of and refuse a write', () => {
    store.admission({
      name: 'validate-database.example.org',
      matches: ({ kind, operation }) =>
        kind.kind === 'Database' && operation !== 'DELETE',
      review: ({ object }) =>
        object?.metadata.name === 'never'
          ? { denied: 'not this one' }
          : {
              warnings: ['small is small'],
              ...(object && { object: { ...object, spec: { owner: 'hook' } } }),
            },
    });
    const warnings: string[] = [];
    const created = store.create(aDatabase('orders'), {
      onWarning: text => warnings.push(text),
    });
    expect(created.spec).toEqual({ owner: 'hook', size: 'small' });
    expect(warnings).toEqual(['small is small']);
    expect(refusal(() => store.create(aDatabase('never')))).toMatchObject({
      code: 403,
      message:
        'admission webhook "validate-database.example.org" denied the request: not this one',
    });
  });

  it('tells listeners in order, also of what a listener writes', () => {
    const heard: string[] = [];
    store.onChange(({ object, type }) => {
      if (type === 'ADDED' && object.kind === 'Database') {
        store.updateStatus({ ...object, status: { message: 'Pending' } });
      }
    });
    store.onChange(({ type }) => heard.push(type));
    store.create(aDatabase('orders'));
    expect(heard).toEqual(['ADDED', 'MODIFIED']);
  });

  it('finds objects by label as they change', () => {
    const created = store.create({
      ...aDatabase('orders'),
      metadata: {
        name: 'orders',
        namespace: 'default',
        labels: { team: 'a', tier: 'gold' },
      },
    });
    const byTeam = (team: string) =>
      store.list('demo.example.org', 'databases', { labels: { team } });
    expect(byTeam('a')).toEqual([created]);
    const moved = store.update({
      ...created,
      metadata: { ...created.metadata, labels: { team: 'b' } },
    });
    expect(byTeam('a')).toEqual([]);
    expect(byTeam('b')).toEqual([moved]);
    expect(
      store.list('demo.example.org', 'databases', {
        labels: { team: 'b', tier: 'gold' },
      }),
    ).toEqual([]);
  });

  it('remembers changes until they are compacted', () => {
    const kind = store.kind('demo.example.org', 'databases');
    if (!kind) throw new Error('no kind');
    const before = Number(store.resourceVersion());
    store.create(aDatabase('orders'));
    expect(store.changesSince(kind, before)).toMatchObject([{ type: 'ADDED' }]);
    store.compact();
    expect(store.changesSince(kind, before)).toBe('expired');
    expect(store.changesSince(kind, Number(store.resourceVersion()))).toEqual(
      [],
    );
  });

  it('applies a new default to old objects without a new generation', () => {
    const created = store.create(aDatabase('orders'));
    const { spec } = structuredClone(databaseDefinition) as unknown as {
      spec: {
        versions: {
          schema: {
            openAPIV3Schema: {
              properties: { spec: { properties: Record<string, object> } };
            };
          };
        }[];
      };
    };
    spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.backup =
      { type: 'boolean', default: true };
    store.update({ ...databaseDefinition, spec });
    expect(getDatabase(store, 'orders')).toMatchObject({
      metadata: created.metadata,
      spec: { backup: true },
    });
    const touched = store.update({
      ...created,
      metadata: { ...created.metadata, labels: { touched: 'yes' } },
    });
    expect(touched.metadata.generation).toBe(1);
  });
});
