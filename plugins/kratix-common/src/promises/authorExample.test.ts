import type { PromiseApi } from '../api';
import { aPromise } from '../testing';
import { authorExample } from './authorExample';

const api: PromiseApi = {
  crd: 'redis.example.org',
  group: 'example.org',
  version: 'v1',
  kind: 'Redis',
  plural: 'redis',
};
const exampleOf = (example: string) => {
  const promise = aPromise({ annotations: { 'px/example': example } });
  return authorExample(promise, api, 'px/');
};

it('offers fields as a whole request', () => {
  expect(exampleOf('spec:\n  size: 1 # a comment\n')).toMatch(
    /^apiVersion: .*\nkind: .*\nmetadata:[^]*spec:\n {2}size: 1 # a comment\n$/,
  );
});

it.each([
  ['nested without end', '- '.repeat(30_000)],
  ['brackets without end', '['.repeat(60_000)],
  ['of another kind', 'kind: Other'],
  ['broken', 'a: ['],
])('offers nothing that is %s', (_what, example) => {
  expect(exampleOf(example)).toBeUndefined();
});
