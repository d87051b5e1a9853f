import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aConfigMap,
  aDatabase,
  aDatabaseStore,
  getDatabase,
  manualTimer,
  refusal,
} from './testing';
import type { Store, StoreChange } from './types';

describe('deletion', () => {
  const timer = manualTimer();
  let store: Store;
  let changes: StoreChange[];

  beforeEach(() => {
    ({ store, changes } = aDatabaseStore(timer.schedule));
  });

  it('holds an object being deleted until its finalizers are gone', () => {
    const created = store.create({
      ...aDatabase('orders'),
      metadata: {
        name: 'orders',
        namespace: 'default',
        finalizers: ['demo/hold'],
      },
    });
    const marked = store.delete(
      'demo.example.org',
      'databases',
      'orders',
      'default',
    );
    expect(marked?.metadata).toMatchObject({
      deletionTimestamp: '2026-01-02T03:04:05Z',
      generation: 2,
    });
    expect(
      refusal(() =>
        store.update({
          ...created,
          metadata: {
            name: 'orders',
            namespace: 'default',
            finalizers: ['demo/hold', 'demo/more'],
          },
        }),
      ).code,
    ).toBe(422);
    store.update({
      ...created,
      metadata: { name: 'orders', namespace: 'default', finalizers: [] },
    });
    expect(getDatabase(store, 'orders')).toBeUndefined();
    expect(changes.map(({ type }) => type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
  });

  it('collects what belonged to an object that is gone, level by level', () => {
    const owner = store.create(aDatabase('orders'));
    const owned = (name: string, by: KubeObject) =>
      store.create({
        ...aConfigMap(name),
        metadata: {
          name,
          namespace: 'default',
          ownerReferences: [
            {
              apiVersion: by.apiVersion ?? '',
              kind: by.kind ?? '',
              name: by.metadata.name,
              uid: by.metadata.uid ?? '',
            },
          ],
        },
      });
    owned('grandchild', owned('child', owner));
    store.create(aConfigMap('stranger'));
    store.delete('demo.example.org', 'databases', 'orders', 'default');
    expect(store.list('', 'configmaps')).toHaveLength(3);
    timer.runAll();
    expect(store.list('', 'configmaps').map(one => one.metadata.name)).toEqual([
      'stranger',
    ]);
  });

  it('lets an orphan live', () => {
    const owner = store.create(aDatabase('orders'));
    const { uid = '' } = owner.metadata;
    const reference = {
      apiVersion: 'demo.example.org/v1',
      kind: 'Database',
      name: 'orders',
      uid,
    };
    store.create({
      ...aConfigMap('child'),
      metadata: {
        name: 'child',
        namespace: 'default',
        ownerReferences: [reference],
      },
    });
    store.delete('demo.example.org', 'databases', 'orders', 'default', {
      propagation: 'Orphan',
    });
    timer.runAll();
    const child = store.get('', 'configmaps', 'child', 'default');
    expect(child).toBeDefined();
    expect(child?.metadata.ownerReferences).toBeUndefined();
  });

  it('deletes the blocking dependents first in foreground deletion', () => {
    const owner = store.create(aDatabase('orders'));
    store.create({
      ...aConfigMap('child'),
      metadata: {
        name: 'child',
        namespace: 'default',
        ownerReferences: [
          {
            apiVersion: 'demo.example.org/v1',
            kind: 'Database',
            name: 'orders',
            uid: owner.metadata.uid ?? '',
            blockOwnerDeletion: true,
          },
        ],
      },
    });
    store.delete('demo.example.org', 'databases', 'orders', 'default', {
      propagation: 'Foreground',
    });
    expect(getDatabase(store, 'orders')?.metadata.finalizers).toEqual([
      'foregroundDeletion',
    ]);
    timer.runAll();
    expect(
      changes
        .filter(({ type }) => type === 'DELETED')
        .map(({ object }) => object.kind),
    ).toEqual(['ConfigMap', 'Database']);
  });

  it('empties a namespace before it goes', () => {
    store.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team' },
    });
    store.create(aConfigMap('one', 'team'));
    store.delete('', 'namespaces', 'team');
    expect(store.get('', 'namespaces', 'team')?.status).toEqual({
      phase: 'Terminating',
    });
    expect(refusal(() => store.create(aConfigMap('two', 'team'))).code).toBe(
      403,
    );
    timer.runAll();
    expect(store.get('', 'namespaces', 'team')).toBeUndefined();
    expect(store.list('', 'configmaps', { namespace: 'team' })).toEqual([]);
  });

  it('deletes the objects of a CRD before the CRD', () => {
    store.create(aDatabase('orders'));
    store.delete(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'databases.demo.example.org',
    );
    timer.runAll();
    expect(store.kind('demo.example.org', 'databases')).toBeUndefined();
    expect(
      changes
        .filter(({ type }) => type === 'DELETED')
        .map(({ object }) => object.kind),
    ).toEqual(['Database', 'CustomResourceDefinition']);
  });
});
