import type { KubeObject } from '../../kube';
import { refusedByApi, requestCheck } from './refusedRequests';

const promise = (properties: object, required: string[] = []): KubeObject => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis' },
  spec: {
    api: {
      kind: 'CustomResourceDefinition',
      spec: {
        group: 'example.org',
        names: { kind: 'Redis', plural: 'redis' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object', properties, required } },
              },
            },
          },
        ],
      },
    },
  },
});

const request = (name: string, spec: unknown): KubeObject => ({
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name, namespace: 'team-a' },
  spec,
  status: { anything: true },
});

const text = { type: 'string' };

it('names the requests that would not fit any more, and why', () => {
  const before = promise({ size: text, owner: text });
  const after = promise(
    { size: { ...text, enum: ['small', 'large'] }, owner: text },
    ['owner'],
  );
  const requests = [
    request('fits', { size: 'small', owner: 'a' }),
    request('too-big', { size: 'huge', owner: 'a' }),
    request('both', { size: 'huge' }),
  ];
  expect(
    refusedByApi(requests, before, after).map(({ request: of, problems }) => [
      of.metadata.name,
      ...problems,
    ]),
  ).toEqual([
    ['too-big', 'spec.size: must be one of "small", "large"'],
    [
      'both',
      'spec.size: must be one of "small", "large"',
      'spec.owner: is required',
    ],
  ]);
});

it.each([
  [
    'what the platform fills in is no problem',
    promise({}),
    promise({ size: { ...text, default: 'small' } }, ['size']),
    {},
    [],
  ],
  [
    'a field that is gone is dropped, not refused',
    promise({ size: text }),
    promise({}),
    { size: 'small' },
    [],
  ],
  [
    'what was wrong before is not the new version’s doing',
    promise({ size: { type: 'integer' } }),
    promise({ size: { type: 'integer' }, owner: text }, ['owner']),
    { size: 'x' },
    ['spec.owner: is required'],
  ],
  [
    'at most five are told',
    promise({}),
    promise({}, ['a', 'b', 'c', 'd', 'e', 'f']),
    {},
    ['a', 'b', 'c', 'd', 'e'].map(name => `spec.${name}: is required`),
  ],
  [
    'an API that is gone is told elsewhere',
    promise({}),
    { ...promise({}), spec: {} },
    {},
    [],
  ],
])('%s', (_what, before, after, spec, expected) => {
  expect(requestCheck(before, after)(request('a', spec))).toEqual(expected);
});

it('is quick enough for ten thousand requests', () => {
  const before = promise({ size: text });
  const after = promise({ size: { ...text, pattern: '^[a-z]+$' } });
  const requests = Array.from({ length: 10_000 }, (_, at) =>
    request(`r${at}`, { size: at % 2 ? 'small' : 'S' }),
  );
  expect(refusedByApi(requests, before, after)).toHaveLength(5000);
});
