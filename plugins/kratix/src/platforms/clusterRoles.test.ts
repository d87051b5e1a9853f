import type {
  KindRights,
  PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { missingRights } from './clusterRoles';

type Kind = PlatformView['kinds'][number];

const kind = (
  group: string,
  plural: string,
  rights: KindRights,
  promise?: string,
): Kind => ({
  group,
  plural,
  kind: plural,
  state: 'watching',
  promise,
  rights,
});

const read = { list: 'granted', watch: 'granted' } as const;
const unread = { list: 'missing', watch: 'missing' } as const;
const written = {
  create: 'granted',
  patch: 'granted',
  delete: 'granted',
} as const;
const unwritten = { ...written, create: 'missing', delete: 'missing' } as const;
const asPerson = {
  create: 'person',
  patch: 'person',
  delete: 'person',
} as const;

const kratix = 'platform.kratix.io';
const rulesOf = (role: string | undefined) => parse(role ?? '{}').rules;

it('gives what is missing, and takes nothing away where it is applied again', () => {
  const { kinds, role, installing } = missingRights({
    kinds: [
      kind(kratix, 'works', unread),
      kind(kratix, 'destinations', read),
      kind('', 'events', read),
      kind(
        'a.org',
        'queues',
        { ...read, get: 'granted', ...unwritten },
        'queue',
      ),
      kind('a.org', 'caches', { ...read, get: 'granted', ...written }, 'cache'),
      kind(kratix, 'promises', { ...read, get: 'granted', ...written }),
    ],
  });
  expect(kinds).toBe(2);
  expect(parse(role ?? '')).toMatchObject({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'kratix-portal' },
  });
  const reading = ['get', 'list', 'watch'];
  expect(rulesOf(role)).toEqual([
    {
      apiGroups: [kratix],
      resources: ['destinations', 'promises', 'works'],
      verbs: reading,
    },
    { apiGroups: [''], resources: ['events'], verbs: reading },
    { apiGroups: ['a.org'], resources: ['caches', 'queues'], verbs: reading },
    {
      apiGroups: ['a.org'],
      resources: ['caches', 'queues'],
      verbs: ['create', 'patch', 'delete'],
    },
  ]);
  expect(installing).toBeUndefined();
});

it('keeps the power of an administrator apart, and does not ask for it', () => {
  const rights = { ...read, get: 'granted', ...unwritten } as const;
  const missing = missingRights({
    kinds: [
      kind(kratix, 'promises', rights),
      kind(kratix, 'promisereleases', rights),
      kind(kratix, 'works', read),
    ],
  });
  expect(missing).toMatchObject({ kinds: 0 });
  expect(missing.role).toBeUndefined();
  expect(rulesOf(missing.installing)).toEqual([
    {
      apiGroups: [kratix],
      resources: ['promisereleases', 'promises'],
      verbs: ['create', 'patch', 'delete'],
    },
  ]);
});

it('gives no right to write where people write themselves', () => {
  const rights = { ...unread, get: 'granted', ...asPerson } as const;
  const { role } = missingRights({
    kinds: [kind('a.org', 'caches', rights, 'cache')],
    rights: { failed: false, impersonation: 'granted' },
  });
  expect(rulesOf(role)).toEqual([
    {
      apiGroups: ['a.org'],
      resources: ['caches'],
      verbs: ['get', 'list', 'watch'],
    },
    {
      apiGroups: [''],
      resources: ['groups', 'users'],
      verbs: ['impersonate'],
    },
  ]);
});

it('is offered where the account may read but not act as people', () => {
  const { kinds, role } = missingRights({
    kinds: [kind(kratix, 'works', read)],
    rights: { failed: false, impersonation: 'missing' },
  });
  expect(kinds).toBe(0);
  expect(role).toContain("verbs: ['impersonate']");
});

it.each([
  ['nothing is missing', read],
  ['nobody could check', { list: 'unknown', watch: 'unknown' } as const],
])('is not offered where %s', (_why, rights) => {
  expect(missingRights({ kinds: [kind(kratix, 'works', rights)] })).toEqual({
    kinds: 0,
  });
});
