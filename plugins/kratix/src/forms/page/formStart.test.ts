import {
  envelopeProblems,
  fieldsOfExample,
  manifestText,
  ownFields,
} from './formStart';

const api = {
  crd: 'redis.example.com',
  group: 'example.com',
  version: 'v1',
  kind: 'Redis',
  plural: 'redis',
};

it('a form begins with the manifest of what will be', () => {
  const text = manifestText({
    api,
    name: 'cache',
    namespace: 'payments',
    fields: { spec: { n: 9007199254740993n, on: 'yes' } },
  });
  expect(text).toBe(
    `apiVersion: example.com/v1
kind: Redis
metadata:
  name: cache
  namespace: payments
spec:
  n: 9007199254740993
  on: yes
`,
  );
});

it('what belongs to the whole cluster has no namespace', () => {
  const options = { api, name: 'a', namespace: '-', fields: {} };
  expect(manifestText(options)).not.toMatch('namespace');
});

it('of an example its own fields are taken, its name is not', () => {
  expect(
    fieldsOfExample('kind: X\nmetadata: {name: a}\nspec: {n: 1}\nextra: 2'),
  ).toEqual({ spec: { n: 1 }, extra: 2 });
  expect(fieldsOfExample('{')).toEqual({});
  expect(ownFields([])).toEqual({});
});

const good = {
  apiVersion: 'example.com/v1',
  kind: 'Redis',
  metadata: { name: 'cache', namespace: 'payments' },
};
const source = {
  platform: 'eu-dev',
  crd: api.crd,
  namespace: 'payments',
  name: 'cache',
};

it.each([
  ['nothing wrong', good, []],
  ['another kind', { ...good, kind: 'Kafka' }, ['kind']],
  ['another version', { ...good, apiVersion: 'v1' }, ['apiVersion']],
  ['a status', { ...good, status: {} }, ['status']],
  ['no mapping', [], ['notMapping']],
  [
    'labels and annotations of a new one',
    { ...good, metadata: { ...good.metadata, labels: {}, annotations: {} } },
    [],
  ],
  [
    'a finalizer',
    { ...good, metadata: { ...good.metadata, finalizers: [] } },
    ['metadata'],
  ],
])('around a new request: %s', (_what, value, ids) => {
  expect(envelopeProblems(value, { api }).map(({ id }) => id)).toEqual(ids);
});

it.each([
  ['nothing wrong', good.metadata, []],
  ['another name', { ...good.metadata, name: 'other' }, ['name']],
  ['another namespace', { ...good.metadata, namespace: 'x' }, ['namespace']],
  ['labels', { ...good.metadata, labels: {} }, []],
  ['a finalizer', { ...good.metadata, finalizers: [] }, ['metadata']],
])('around one that is there: %s', (_what, metadata, ids) => {
  const problems = envelopeProblems({ ...good, metadata }, { api, source });
  expect(problems.map(({ id }) => id)).toEqual(ids);
});
