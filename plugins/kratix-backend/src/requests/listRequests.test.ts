import {
  requestLabelSchema,
  requestListQuerySchema,
  type RequestLabel,
  type RequestListQuery,
  type RequestView,
  type Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import fc from 'fast-check';
import { Interner } from '../live/Interner';
import { listRequests } from './listRequests';
import { requestOrder, type RequestSort } from './requestOrder';
import { rowOfView } from './rowOfView';
import { SortedRequests } from './SortedRequests';

const tones: Partial<Record<RequestLabel, Tone>> = {
  failed: 'error',
  'waiting-for-approval': 'action',
  degraded: 'warn',
  'in-progress': 'progress',
  deleting: 'neutral',
  ready: 'ok',
};

const aView = (
  name: string,
  label: RequestLabel,
  parts: Partial<RequestView> & { since?: string } = {},
): RequestView => ({
  platform: 'eu',
  crd: 'redis.example.io',
  namespace: 'payments',
  name,
  promise: 'redis',
  promiseTitle: 'Redis',
  kind: 'Redis',
  createdAt: '2026-01-01T00:00:00Z',
  description: {
    label,
    tone: tones[label] ?? 'error',
    causes: [],
    flags: [],
    since: parts.since,
    delivery: label,
    health: { state: 'not-reported' },
    version: { state: 'latest', pinned: false },
    rail: [],
  },
  columns: {},
  entityRef: `resource:default/eu.payments.redis.${name}`,
  ...parts,
});

const texts = new Interner();
const me = {
  userEntityRef: 'user:default/me',
  ownershipEntityRefs: ['user:default/me', 'group:default/payments'],
};

const world = [
  aView('cache', 'ready', { owner: 'group:default/payments' }),
  aView('broken', 'failed', {
    owner: 'group:default/payments',
    since: '2026-02-02T00:00:00Z',
  }),
  aView('older', 'failed', {
    owner: 'group:default/web',
    since: '2026-02-01T00:00:00Z',
    requester: 'user:default/me',
  }),
  aView('gate', 'waiting-for-approval', { owner: 'group:default/web' }),
  aView('weak', 'degraded', { platform: 'us', namespace: 'web' }),
  aView('busy', 'in-progress', {
    promise: 'kafka',
    promiseTitle: 'Kafka topic',
    columns: { Size: 'enormous' },
    createdAt: '2026-01-05T00:00:00Z',
  }),
  aView('going', 'deleting', { createdAt: '2026-01-03T00:00:00Z' }),
];

function list(query: RequestListQuery = {}, views = world) {
  const parsed = requestListQuerySchema.parse(query);
  const rows = views
    .map(view => rowOfView(view, texts))
    .sort(requestOrder(parsed.sort));
  const page = listRequests(rows, parsed, {
    viewer: me,
    titleOf: promise => (promise === 'kafka' ? 'Kafka topic' : undefined),
  });
  return { ...page, names: page.items.map(({ name }) => name) };
}

it('puts first what needs somebody, the longest waiting ahead', () => {
  expect(list().names).toEqual([
    'older',
    'broken',
    'gate',
    'weak',
    'busy',
    'going',
    'cache',
  ]);
});

it('finds what is for no service, by the empty text', () => {
  const views = [
    aView('free', 'ready'),
    aView('linked', 'ready', { service: 'component:default/orders' }),
  ];
  expect(list({ service: [''] }, views).names).toEqual(['free']);
});

it.each<[string, RequestListQuery, string[]]>([
  ['by name', { sort: 'name', size: 2 }, ['broken', 'busy']],
  [
    'by name, backwards',
    { sort: 'name', dir: 'desc', size: 2 },
    ['weak', 'older'],
  ],
  ['the youngest first', { sort: 'age', size: 2 }, ['busy', 'going']],
  ['the last changed first', { sort: 'changed', size: 1 }, ['busy']],
  [
    'those without a team last',
    { sort: 'team', size: 7 },
    ['broken', 'cache', 'gate', 'older', 'busy', 'going', 'weak'],
  ],
])('sorts %s', (_how, query, names) => {
  expect(list(query).names).toEqual(names);
});

it.each<[string, RequestListQuery, string[]]>([
  ['a part of the name', { q: 'OLD' }, ['older']],
  ['a namespace', { q: 'web' }, ['weak']],
  ['a value of a column', { q: 'enorm' }, ['busy']],
  ['a status', { status: 'failed' }, ['older', 'broken']],
  ['one of several', { status: 'ready,deleting' }, ['going', 'cache']],
  ['several keys at once', { status: 'failed', team: 'web' }, ['older']],
  ['a team by its short name', { team: 'payments' }, ['broken', 'cache']],
  ['a platform', { platform: 'us' }, ['weak']],
  ['a Promise', { promise: 'kafka' }, ['busy']],
  [
    'mine, also by having asked for it',
    { chip: 'mine' },
    ['older', 'broken', 'cache'],
  ],
  ['mine that need me', { chip: 'mine,attention' }, ['older', 'broken']],
  ['either of two states', { chip: 'deleting,in-progress' }, ['busy', 'going']],
  ['nobody’s', { chip: 'no-owner' }, ['weak', 'busy', 'going']],
  ['nothing at all', { q: 'no such thing' }, []],
])('finds %s', (_what, query, names) => {
  const found = list(query);
  expect(found.names).toEqual(names);
  expect(found.total).toBe(names.length);
});

it('counts what each choice would give, beside the other choices', () => {
  const { facets } = list({ status: 'failed', team: 'payments' });
  // Of payments: what choosing another status gives.
  expect(facets.status).toEqual([
    { value: 'failed', count: 1 },
    { value: 'ready', count: 1 },
  ]);
  // Of failed ones: what choosing another team gives.
  expect(facets.team).toEqual([
    { value: 'group:default/payments', count: 1 },
    { value: 'group:default/web', count: 1 },
  ]);
  expect(facets.platform).toEqual([{ value: 'eu', count: 1 }]);
});

it('gives Promises their titles among the choices', () => {
  expect(list().facets.promise).toContainEqual({
    value: 'kafka',
    title: 'Kafka topic',
    count: 1,
  });
});

it('counts chips over everything, whatever else is asked for', () => {
  const chips = {
    mine: 3,
    attention: 4,
    'in-progress': 1,
    'waiting-for-approval': 1,
    outdated: 0,
    deleting: 1,
    'no-owner': 3,
    ready: 1,
  };
  expect(list().chips).toEqual(chips);
  expect(list({ q: 'nothing', status: 'ready' }).chips).toEqual(chips);
});

it('refuses a team that is no entity reference', () => {
  expect(() => list({ team: 'a b' })).toThrow(/no entity reference/);
});

const anyView = fc
  .record({
    name: fc.stringMatching(/^[a-d]{1,3}$/),
    namespace: fc.constantFrom('payments', 'web'),
    label: fc.constantFrom(...requestLabelSchema.options),
    owner: fc.option(fc.constantFrom('group:default/a', 'group:default/b'), {
      nil: undefined,
    }),
  })
  .map(({ name, namespace, label, owner }) =>
    aView(name, label, { namespace, owner }),
  );
const anyViews = fc.uniqueArray(anyView, {
  maxLength: 40,
  selector: ({ namespace, name }) => `${namespace}/${name}`,
});
const sorts: RequestSort[] = ['attention', 'name', 'team', 'age', 'status'];

it('shows each exactly once, page by page', () => {
  fc.assert(
    fc.property(
      anyViews,
      fc.constantFrom(...sorts),
      fc.integer({ min: 1, max: 7 }),
      (views, sort, size) => {
        const seen: string[] = [];
        for (let page = 1; ; page += 1) {
          const { items, total } = list({ sort, size, page }, views);
          expect(total).toBe(views.length);
          if (items.length === 0) break;
          seen.push(
            ...items.map(({ entityRef, namespace }) => namespace + entityRef),
          );
        }
        expect(new Set(seen).size).toBe(views.length);
        expect(seen).toHaveLength(views.length);
      },
    ),
  );
});

it('keeps every order right, change by change', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyView, fc.boolean()), { maxLength: 60 }),
      fc.constantFrom(...sorts),
      (changes, sort) => {
        const sorted = new SortedRequests();
        expect(sorted.in(sort)).toEqual([]);
        const present = new Map<string, ReturnType<typeof rowOfView>>();
        for (const [view, there] of changes) {
          const row = rowOfView(view, texts);
          const { key } = row;
          sorted.apply([
            {
              platform: 'eu',
              key,
              cause: 'news',
              before: present.get(key),
              after: there ? row : undefined,
            },
          ]);
          if (there) present.set(key, row);
          else present.delete(key);
        }
        const anew = [...present.values()].sort(requestOrder(sort));
        expect(sorted.in(sort).map(({ key }) => key)).toEqual(
          anew.map(({ key }) => key),
        );
      },
    ),
  );
});
