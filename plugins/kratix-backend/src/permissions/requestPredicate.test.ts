import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type PermissionRule,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { kratixRequestConditions, kratixRequestRules } from './rules';
import { requestPredicate } from './requestPredicate';
import type {
  KratixRequestFilter,
  KratixRequestResource,
} from './requestResource';

const byName = new Map(
  Object.values(kratixRequestRules).map(rule => [rule.name, rule]),
);
const ruleOf = (name: string) => {
  const rule = byName.get(name);
  if (!rule) throw new Error(`No rule ${name}`);
  return rule;
};
const ruleset: PermissionRuleset<KratixRequestResource, KratixRequestFilter> = {
  // The registry types its rules no closer than this either.
  getRuleByName: name =>
    ruleOf(name) as PermissionRule<
      KratixRequestResource,
      KratixRequestFilter,
      string
    >,
};
const transform = createConditionTransformer(ruleset);

const { isOwner, inNamespace, onPlatform, ofPromise } = kratixRequestConditions;

const cache: KratixRequestResource = {
  ref: {
    platform: 'eu',
    crd: 'redis.example.io',
    namespace: 'payments',
    name: 'cache',
  },
  promise: 'redis',
  owner: 'group:default/payments',
};

const conditional = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'kratix',
  resourceType: 'kratix-request',
  conditions,
});

it.each<[string, PermissionCriteria<PermissionCondition>, boolean]>([
  ['its owner', isOwner({ claims: ['group:default/payments'] }), true],
  ['another owner', isOwner({ claims: ['group:default/web'] }), false],
  ['nobody', isOwner({ claims: [] }), false],
  ['its namespace', inNamespace({ namespaces: ['web', 'payments'] }), true],
  ['another namespace', inNamespace({ namespaces: ['web'] }), false],
  ['its platform', onPlatform({ platforms: ['eu'] }), true],
  ['another platform', onPlatform({ platforms: ['us'] }), false],
  ['its Promise', ofPromise({ promises: ['redis'] }), true],
  ['another Promise', ofPromise({ promises: ['kafka'] }), false],
])('decides by %s', (_what, criteria, expected) => {
  const predicate = requestPredicate(conditional(criteria), transform);
  expect(predicate.matches(cache)).toBe(expected);
});

it('takes what nobody owns for nobody’s', () => {
  const own = conditional(isOwner({ claims: ['group:default/payments'] }));
  const unowned = { ...cache, owner: undefined };
  expect(requestPredicate(own, transform).matches(unowned)).toBe(false);
});

it('sees all or nothing by a plain decision', () => {
  const decided = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) =>
    requestPredicate({ result }, transform);
  expect(decided(AuthorizeResult.ALLOW)).toMatchObject({ all: true });
  expect(decided(AuthorizeResult.ALLOW).matches(cache)).toBe(true);
  expect(decided(AuthorizeResult.DENY).matches(cache)).toBe(false);
});

const leaf = fc.constantFrom(
  isOwner({ claims: ['group:default/payments'] }),
  isOwner({ claims: ['group:default/web'] }),
  inNamespace({ namespaces: ['payments'] }),
  ofPromise({ promises: ['kafka'] }),
);
const { criteria: anyCriteria } = fc.letrec<{
  criteria: PermissionCriteria<PermissionCondition>;
}>(tie => ({
  criteria: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ not: tie('criteria') }),
    fc.record({
      anyOf: fc.tuple(tie('criteria'), tie('criteria')),
    }),
    fc.record({
      allOf: fc.tuple(tie('criteria'), tie('criteria')),
    }),
  ),
}));

/** The same by the rules' `apply`, as the permission framework does it. */
function applied(criteria: PermissionCriteria<PermissionCondition>): boolean {
  if ('not' in criteria) return !applied(criteria.not);
  if ('anyOf' in criteria) return criteria.anyOf.some(applied);
  if ('allOf' in criteria) return criteria.allOf.every(applied);
  const apply = ruleOf(criteria.rule).apply as (
    resource: KratixRequestResource,
    params: unknown,
  ) => boolean;
  return apply(cache, criteria.params);
}

it('decides in lists as the framework decides about one', () => {
  fc.assert(
    fc.property(anyCriteria, criteria => {
      const predicate = requestPredicate(conditional(criteria), transform);
      expect(predicate.matches(cache)).toBe(applied(criteria));
    }),
  );
});
