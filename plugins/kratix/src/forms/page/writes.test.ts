import { createBody, updateBody } from './writes';

const manifest = {
  apiVersion: 'example.com/v1',
  kind: 'Redis',
  metadata: { name: 'cache', namespace: 'payments' },
  spec: { size: 'small' },
};

it('a new request is its own fields and whom it is for', () => {
  expect(
    createBody({
      manifest,
      who: {
        team: 'group:default/payments',
        service: 'component:default/shop',
      },
      lean: fields => fields,
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
  expect(
    createBody({
      manifest: { ...manifest, metadata },
      who: {},
      lean: () => ({}),
    }),
  ).toEqual({
    name: 'cache',
    namespace: '-',
    object: {},
    labels: { a: '1' },
    annotations: { b: 'c' },
  });
});

it('an edit is what differs, guarded by generation', () => {
  expect(
    updateBody({
      base: { ...manifest, status: { ready: true } },
      manifest: { ...manifest, spec: { size: 'large' } },
      generation: 4,
    }),
  ).toEqual({
    generation: 4,
    patch: [{ op: 'replace', path: '/spec/size', value: 'large' }],
  });
});
