import { anObject, aPromise } from '../testing';
import { originOf, withOrigin } from './origin';

const prefix = 'px/';
const ref = { source: 'tools', entry: 'sql~aws' };
const by = { prefix, installedBy: 'user:default/ada' };

it('finds what was written', () => {
  const promise = withOrigin(aPromise(), ref, by);
  expect(originOf(promise, [], prefix)).toEqual(ref);
  expect(promise.metadata.annotations).toMatchObject({
    'px/installed-by': 'user:default/ada',
  });
  expect(originOf(promise, [], 'other/')).toBeUndefined();
});

it('leaves the original and its other annotations as they are', () => {
  const before = aPromise({ annotations: { a: 'b' } });
  const copy = structuredClone(before);
  const after = withOrigin(before, ref, by);
  expect(before).toEqual(copy);
  expect(after.metadata.annotations).toMatchObject({ a: 'b' });
});

it('goes by the release that keeps the Promise', () => {
  const bare = anObject('PromiseRelease', { name: 'sql' });
  const release = withOrigin(bare, ref, by);
  const kept = aPromise({
    labels: { 'kratix.io/promise-release-name': 'sql' },
    annotations: { 'px/marketplace-listing': 'old/one' },
  });
  expect(originOf(kept, [release], prefix)).toEqual(ref);
  // What the release does not say, the Promise may.
  const old = { source: 'old', entry: 'one' };
  expect(originOf(kept, [bare], prefix)).toEqual(old);
  expect(originOf(kept, [], prefix)).toEqual(old);
  // Another release is nothing to it.
  expect(originOf(aPromise(), [release], prefix)).toBeUndefined();
});

it.each(['', 'tools', 'tools/', '/redis', 'a/b/c', 'a/../b', 'a/b?c', 'a/é'])(
  'believes no %j that somebody wrote',
  written => {
    const annotations = { 'px/marketplace-listing': written };
    expect(originOf(aPromise({ annotations }), [], prefix)).toBeUndefined();
  },
);
