import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { PendingChanges } from './objectChanges';
import type { KindTransition } from './platformStore';

const kind = 'example.org/caches';
const cache = (size: string, more: object = {}): KubeObject => ({
  metadata: { name: 'orders', uid: '1', resourceVersion: size, ...more },
  spec: { size },
});
const step = (
  previous: KubeObject | undefined,
  next: KubeObject | undefined,
): KindTransition => ({ kind, key: '/orders', previous, next });

const [small, large] = [cache('small'), cache('large')];
const touched = cache('small', { resourceVersion: '2' });
const namesake = cache('small', { uid: '2' });

it.each<[string, KindTransition[], [string, KubeObject, KubeObject?][]]>([
  ['nothing', [], []],
  ['came', [step(undefined, small)], [['ADDED', small]]],
  [
    'came and changed',
    [step(undefined, small), step(small, large)],
    [['ADDED', large]],
  ],
  ['came and went', [step(undefined, small), step(small, undefined)], []],
  ['changed', [step(small, large)], [['MODIFIED', large, small]]],
  ['changed and back', [step(small, large), step(large, touched)], []],
  ['was touched', [step(small, touched)], []],
  [
    'was touched, then changed',
    [step(small, touched), step(touched, large)],
    [['MODIFIED', large, touched]],
  ],
  ['went', [step(small, undefined)], [['DELETED', small, small]]],
  [
    'went and a namesake came',
    [step(small, undefined), step(undefined, namesake)],
    [
      ['DELETED', small, small],
      ['ADDED', namesake],
    ],
  ],
  [
    'a namesake was listed instead',
    [step(small, namesake)],
    [
      ['DELETED', small, small],
      ['ADDED', namesake],
    ],
  ],
])('of a burst only before and after remain: %s', (_what, steps, expected) => {
  const pending = new PendingChanges();
  steps.forEach(one => pending.add(one));
  expect(
    pending
      .take(() => true)
      .map(({ type, object, previous }) =>
        previous ? [type, object, previous] : [type, object],
      ),
  ).toEqual(expected);
  expect(pending.take(() => true)).toEqual([]);
});

it("what a preview made for itself is nobody's request", () => {
  const pending = new PendingChanges();
  const labels = {
    'kratix.io/dry-run': 'true',
    'kratix.io/dry-run-owner': 'preview',
  };
  pending.add(step(undefined, cache('small', { labels })));
  expect(pending.take(() => true)).toEqual([]);
  // A label that strayed onto a real one hides nothing.
  const stray = { 'kratix.io/dry-run': 'true' };
  pending.add(step(undefined, cache('small', { labels: stray })));
  expect(pending.take(() => true)).toHaveLength(1);
});
