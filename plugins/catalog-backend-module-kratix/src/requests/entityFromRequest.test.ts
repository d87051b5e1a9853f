import { entitySchemaValidator } from '@backstage/catalog-model';
import {
  type KubeObject,
  requestOwner,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aRequest, entityOptions } from '../__testUtils__/samples';
import { entityFromRequest } from './entityFromRequest';

const kind = {
  crd: 'rediss.example.org',
  group: 'example.org',
  version: 'v1',
  kind: 'redis',
  plural: 'rediss',
  promise: 'redis',
  namespaced: true,
};

const entityOf = (
  metadata: Partial<KubeObject['metadata']>,
  options: Partial<Parameters<typeof entityFromRequest>[2]> = {},
) =>
  entityFromRequest(aRequest('redis', 'cache', metadata), kind, {
    ...entityOptions,
    ...options,
  });

it('says who it is and nothing of how it is', () => {
  const entity = entityOf({}, { owner: 'group:default/payments' });
  expect(() => entitySchemaValidator()(entity)).not.toThrow();
  expect(entity).toMatchObject({
    kind: 'Resource',
    metadata: {
      name: 'eu.payments.redis.cache',
      title: 'cache',
      annotations: {
        'kratix.io/type': 'resource',
        'kratix.io/promise-name': 'redis',
        'kratix.io/group': 'example.org',
        'kratix.io/version': 'v1',
        'kratix.io/kind': 'redis',
        'kratix.io/name': 'cache',
        'kratix.io/namespace': 'payments',
        'px/platform': 'eu',
        'backstage.io/kubernetes-namespace': 'payments',
        'backstage.io/kubernetes-label-selector':
          'kratix.io/promise-name=redis,kratix.io/resource-name=cache',
        'backstage.io/view-url':
          'https://portal.example.com/kratix/requests/eu/rediss.example.org/payments/cache',
      },
    },
    spec: {
      type: 'redis',
      owner: 'group:default/payments',
      dependsOn: ['component:default/eu.redis'],
    },
  });
});

it('is needed by the service that it is for', () => {
  const { spec } = entityOf({ annotations: { 'px/for': 'orders' } });
  expect(spec?.dependencyOf).toEqual(['component:default/orders']);
});

it.each(['component-of', 'parent'])(
  'is needed by the request that it is part of, by labels of %s',
  family => {
    const { spec } = entityOf({
      labels: {
        [`kratix.io/${family}-promise-name`]: 'app',
        [`kratix.io/${family}-resource-name`]: 'shop',
        [`kratix.io/${family}-resource-namespace`]: 'web',
      },
    });
    expect(spec?.dependencyOf).toEqual(['resource:default/eu.web.app.shop']);
  },
);

it('is of the kind that config wants', () => {
  const entity = entityOf({}, { requestKind: 'Component' });
  expect(entity).toMatchObject({
    kind: 'Component',
    spec: { lifecycle: 'production', owner: 'unknown' },
  });
});

it('has a dash for its namespace where it has none', () => {
  const { metadata } = entityOf({ namespace: undefined });
  expect(metadata.name).toBe('eu.-.redis.cache');
  expect(metadata.annotations).not.toHaveProperty('kratix.io/namespace');
});

describe('its owner', () => {
  const namespace = (annotations?: Record<string, string>): KubeObject => ({
    metadata: { name: 'payments', annotations },
  });
  it.each([
    ['its own annotation', { 'px/owner': 'web' }, 'data', 'group:default/web'],
    [
      'the annotation of other portals',
      { 'kratix.io/backstage-group': 'web' },
      'data',
      'group:default/web',
    ],
    ['its namespace’s annotation', {}, 'data', 'group:default/data'],
    ['whose namespace it is', {}, undefined, 'group:default/payments'],
    [
      'nobody that can’t be named',
      { 'px/owner': 'a:b:c/d!' },
      undefined,
      'group:default/payments',
    ],
  ])('is %s', (_who, annotations, ofNamespace, owner) => {
    expect(
      requestOwner({
        request: aRequest('redis', 'cache', { annotations }),
        namespace: namespace(ofNamespace ? { 'px/owner': ofNamespace } : {}),
        annotationPrefix: 'px/',
        teamOf: name => `group:default/${name}`,
      }),
    ).toBe(owner);
  });
});
