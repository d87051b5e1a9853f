import { aRequest } from '../testing';
import { isChildOf, parentOf } from './relations';

const parent = aRequest({ name: 'shop', namespace: 'web' });

const stamped = (
  family: string,
  more: Record<string, string> = {},
  namespace = 'web',
) =>
  aRequest({
    name: 'shop-db',
    namespace,
    labels: {
      [`kratix.io/${family}-promise-name`]: 'app-stack',
      [`kratix.io/${family}-resource-name`]: 'shop',
      ...more,
    },
  });

it.each(['component-of', 'parent'])('knows a child by %s', family => {
  const child = stamped(family);
  expect(parentOf(child)).toEqual({ promise: 'app-stack', name: 'shop' });
  expect(isChildOf(child, parent, 'app-stack')).toBe(true);
});

it.each([
  ['another Promise', stamped('parent'), 'other-stack'],
  ['another namespace', stamped('parent', {}, 'team-b'), 'app-stack'],
  [
    'a namespace that is named and differs',
    stamped('parent', { 'kratix.io/parent-resource-namespace': 'team-b' }),
    'app-stack',
  ],
  ['no labels', aRequest({ namespace: 'web' }), 'app-stack'],
])('is no child: %s', (_difference, child, promise) => {
  expect(isChildOf(child, parent, promise)).toBe(false);
});

it('follows the label across namespaces', () => {
  const child = stamped(
    'component-of',
    { 'kratix.io/component-of-resource-namespace': 'web' },
    'team-b',
  );
  expect(isChildOf(child, parent, 'app-stack')).toBe(true);
});
