import {
  teamNamespaces,
  type TeamNamespacesRule,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ownerOfNewRequest, placesOf } from './placeOfRequest';

const group = (name: string, namespaces = '') => ({
  kind: 'Group',
  metadata: { name, annotations: { 'px/namespaces': namespaces } },
});
const groups = [group('payments', 'pay-a, pay-b'), group('web', 'web')];
const viewer = {
  userEntityRef: 'user:default/me',
  ownershipEntityRefs: ['user:default/me', 'group:default/payments'],
};
const rules: Record<string, TeamNamespacesRule['namespaces']> = {
  name: { from: 'name' },
  annotation: { from: 'annotation' },
  fixed: { from: 'fixed', namespace: 'shared' },
};

function ownerFor(from: string, namespace: string, owner?: string) {
  const rule = rules[from];
  const teams = teamNamespaces(groups, {
    annotationPrefix: 'px/',
    namespaces: rule,
  });
  return ownerOfNewRequest({ viewer, namespace, owner, teams, rule });
}

const payments = 'group:default/payments';

it.each<[string, string, string | undefined, string | undefined]>([
  ['name', 'payments', undefined, payments],
  ['name', 'payments', payments, payments],
  ['annotation', 'pay-b', undefined, payments],
  ['annotation', 'pay-a', payments, payments],
  ['fixed', 'shared', payments, payments],
  ['fixed', 'shared', undefined, undefined],
])(
  'by %s, lets a request into %s for %s',
  (from, namespace, owner, expected) => {
    expect(ownerFor(from, namespace, owner)).toBe(expected);
  },
);

it.each<[string, string, string | undefined, RegExp]>([
  ['name', 'web', undefined, /None of your teams has the namespace 'web'/],
  ['name', 'payments', 'group:default/web', /you are not a member/],
  ['name', 'kube-system', payments, /go to namespace 'payments', not to/],
  ['annotation', 'payments', payments, /go to namespace 'pay-a' or 'pay-b'/],
  ['annotation', 'pay-a', 'user:default/me', /has no namespace/],
  ['fixed', 'payments', undefined, /go to namespace 'shared' here/],
  ['fixed', 'shared', 'group:default/web', /you are not a member/],
])('by %s, keeps a request out of %s for %s', (from, namespace, owner, why) => {
  expect(() => ownerFor(from, namespace, owner)).toThrow(why);
});

it.each([
  ['name', viewer, [{ owner: payments, namespaces: ['payments'] }]],
  ['annotation', viewer, [{ owner: payments, namespaces: ['pay-a', 'pay-b'] }]],
  ['fixed', viewer, [{ owner: payments, namespaces: ['shared'] }]],
])('by %s, offers what it lets in', (from, who, expected) => {
  const rule = rules[from];
  const options = { annotationPrefix: 'px/', namespaces: rule };
  const teams = teamNamespaces(groups, options);
  const places = placesOf({ viewer: who, teams, rule });
  expect(places).toEqual(expected);
  for (const { owner, namespaces } of places) {
    for (const namespace of namespaces) {
      expect(ownerFor(from, namespace, owner)).toBe(owner);
    }
  }
});

it('lets one without a team request for themself where there is one place for all', () => {
  const alone = {
    userEntityRef: 'user:default/me',
    ownershipEntityRefs: ['user:default/me'],
  };
  const teams = teamNamespaces([], {
    annotationPrefix: 'px/',
    namespaces: rules.fixed,
  });
  const at = { viewer: alone, teams };
  expect(placesOf({ ...at, rule: rules.fixed })).toEqual([
    { owner: 'user:default/me', namespaces: ['shared'] },
  ]);
  expect(placesOf({ ...at, rule: rules.name })).toEqual([]);
});
