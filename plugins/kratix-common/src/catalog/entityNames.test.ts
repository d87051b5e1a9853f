import fc from 'fast-check';
import {
  destinationEntityName,
  platformEntityRef,
  promiseEntityRef,
  requestEntityName,
  requestEntityRef,
} from './entityNames';

const cache = {
  platform: 'eu',
  namespace: 'payments',
  promise: 'redis',
  name: 'cache',
};

it.each([
  ['short parts are joined', cache, 'eu.payments.redis.cache'],
  [
    'a cluster-scoped request has a dash for its namespace',
    { ...cache, namespace: '-' },
    'eu.-.redis.cache',
  ],
])('%s', (_situation, parts, name) => {
  expect(requestEntityName(parts)).toBe(name);
});

it.each([
  ['a dot in a part', { ...cache, name: 'orders.v2' }],
  ['a name that is too long', { ...cache, name: 'x'.repeat(63) }],
  ['a name that looks hashed', { ...cache, name: 'cache-0123456789' }],
])('%s leads to a hash', (_situation, parts) => {
  const name = requestEntityName(parts);
  expect(name).toMatch(/^eu\.payments\.redis\..+-[0-9a-f]{10}$/);
  expect(name).not.toBe(Object.values(parts).join('.'));
  expect(name.length).toBeLessThanOrEqual(63);
});

it('tells apart what dots would make equal', () => {
  expect(destinationEntityName('a', 'b.c')).not.toBe(
    requestEntityName({
      platform: 'a',
      namespace: 'b',
      promise: 'c',
      name: '',
    }),
  );
  expect(requestEntityName({ ...cache, promise: 'a.b', name: 'c' })).not.toBe(
    requestEntityName({ ...cache, promise: 'a', name: 'b.c' }),
  );
});

it('gives different requests different, valid names', () => {
  const part = fc.stringMatching(/^[a-z0-9]([-a-z0-9.]{0,40}[a-z0-9])?$/);
  const parts = fc.record({
    platform: fc.stringMatching(/^[a-z]([-a-z0-9]{0,10}[a-z0-9])?$/),
    namespace: fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,40}[a-z0-9])?$/),
    promise: part,
    name: part,
  });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const name = requestEntityName(one);
      expect(name).toMatch(/^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/);
      expect(name.length).toBeLessThanOrEqual(63);
      expect(name === requestEntityName(other)).toBe(
        JSON.stringify(one) === JSON.stringify(other),
      );
    }),
  );
});

it('builds refs of each kind', () => {
  expect(requestEntityRef(cache, 'System')).toBe(
    'system:default/eu.payments.redis.cache',
  );
  expect(promiseEntityRef('template', 'eu', 'redis')).toBe(
    'template:default/eu.redis',
  );
  expect(platformEntityRef('eu')).toBe('resource:default/kratix-eu');
});
