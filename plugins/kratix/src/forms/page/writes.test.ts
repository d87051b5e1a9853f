import { createBody } from './writes';

const manifest = {
  apiVersion: 'example.com/v1',
  kind: 'Redis',
  metadata: { name: 'cache', namespace: 'payments' },
  spec: { size: 'small' },
};

it('a new request is its own fields and whom it is for', () => {
  expect(
    createBody(manifest, {
      team: 'group:default/payments',
      service: 'component:default/shop',
    }),
  ).toEqual({
    name: 'cache',
    namespace: 'payments',
    object: { spec: { size: 'small' } },
    owner: 'group:default/payments',
    service: 'component:default/shop',
  });
});

it('labels and annotations that were typed are sent as texts', () => {
  const metadata = { name: 'cache', labels: { a: 1 }, annotations: { b: 'c' } };
  expect(createBody({ ...manifest, metadata }, {})).toEqual({
    name: 'cache',
    namespace: '-',
    object: { spec: { size: 'small' } },
    labels: { a: '1' },
    annotations: { b: 'c' },
  });
});
