import { anObject, aRequest } from '../testing';
import { isChildOf, parentsOf } from './relations';
import { traceRequest } from './traceRequest';

const stamps = (family: string, name: string, namespace?: string) => ({
  [`kratix.io/${family}-promise-name`]: 'app-stack',
  [`kratix.io/${family}-resource-name`]: name,
  ...(namespace !== undefined && {
    [`kratix.io/${family}-resource-namespace`]: namespace,
  }),
});

const child = (labels: Record<string, string>) =>
  aRequest({ name: 'shop-db', namespace: 'web', labels });

it.each(['component-of', 'parent'])('knows a parent by %s', family => {
  const parent = { promise: 'app-stack', name: 'shop' };
  for (const [namespace, expected] of [
    [undefined, 'web'],
    ['', 'web'],
    ['team-b', 'team-b'],
  ] as const) {
    expect(parentsOf(child(stamps(family, 'shop', namespace)))).toEqual([
      { ...parent, namespace: expected },
    ]);
  }
});

it('knows both parents of a request that carries both', () => {
  const both = child({
    ...stamps('parent', 'a'),
    ...stamps('component-of', 'b'),
  });
  expect(parentsOf(both).map(({ name }) => name)).toEqual(['b', 'a']);
});

it('needs a Promise and a name', () => {
  for (const missing of ['promise', 'resource']) {
    const labels = Object.entries(stamps('parent', 'shop', 'web')).filter(
      ([label]) => label !== `kratix.io/parent-${missing}-name`,
    );
    expect(parentsOf(child(Object.fromEntries(labels)))).toEqual([]);
  }
  expect(parentsOf(child({}))).toEqual([]);
});

it('gives no namespace where there is none', () => {
  const labels = stamps('parent', 'shop');
  expect(parentsOf(anObject('Redis', { labels }))).toEqual([
    { promise: 'app-stack', name: 'shop' },
  ]);
});

describe('a child', () => {
  const shop = aRequest({ name: 'shop', namespace: 'web' });
  const both = {
    ...stamps('component-of', 'other'),
    ...stamps('parent', 'shop'),
  };

  it.each<[string, string, Record<string, string>]>([
    ['its own namespace', 'web', stamps('parent', 'shop')],
    ['a namespace that is named', 'team-b', stamps('parent', 'shop', 'web')],
    ['the second of two parents', 'web', both],
  ])('is known by %s', (_by, namespace, labels) => {
    const one = aRequest({ name: 'shop-db', namespace, labels });
    expect(isChildOf(one, shop, 'app-stack')).toBe(true);
  });

  it.each<[string, string, Record<string, string>]>([
    ['lies in another namespace', 'team-b', stamps('parent', 'shop')],
    ['names another namespace', 'web', stamps('parent', 'shop', 'team-b')],
    ['names another request', 'web', stamps('parent', 'other')],
    ['has no labels', 'web', {}],
  ])('is none where it %s', (_why, namespace, labels) => {
    const one = aRequest({ name: 'shop-db', namespace, labels });
    expect(isChildOf(one, shop, 'app-stack')).toBe(false);
  });

  it('belongs to no other Promise', () => {
    expect(isChildOf(child(stamps('parent', 'shop')), shop, 'other')).toBe(
      false,
    );
  });
});

it.each([
  ['read', { works: [], placements: [] }, true],
  ['not read, the Works', { placements: [] }, false],
  ['not read, the WorkPlacements', { works: [] }, false],
])('says whether placements were %s', (_what, facts, visible) => {
  expect(traceRequest(facts, { now: 0 }).placementsVisible).toBe(visible);
});
