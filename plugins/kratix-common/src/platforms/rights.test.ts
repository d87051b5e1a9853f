import fc from 'fast-check';
import type { AccountRights, PlatformFacts, PlatformKindFacts } from './facts';
import {
  accountRight,
  impersonationRight,
  kindRights,
  rightKey,
  rightsToAsk,
  rulesOfReview,
} from './rights';

const caches: PlatformKindFacts = {
  group: 'example.org',
  plural: 'caches',
  kind: 'Cache',
  core: false,
  promise: 'cache',
  state: 'retrying',
  count: 0,
};
const works: PlatformKindFacts = {
  group: 'platform.kratix.io',
  plural: 'works',
  kind: 'Work',
  core: true,
  state: 'retrying',
  count: 0,
};

const review = (...resourceRules: object[]) => ({
  status: { resourceRules, nonResourceRules: [], incomplete: false },
});

const rightsOf = (
  given: unknown,
  more: Partial<AccountRights> = {},
): AccountRights => ({
  ...rulesOfReview(given),
  askedAt: 1,
  failed: false,
  answers: {},
  ...more,
});

const all = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
const reader = {
  verbs: ['get', 'list', 'watch'],
  apiGroups: ['example.org'],
  resources: ['*'],
};

const verbs = (kind: PlatformKindFacts, facts: Partial<PlatformFacts>) =>
  kindRights(kind, { identity: 'serviceAccount', ...facts });

describe('what the account may do with a kind', () => {
  it.each<[string, object[], object]>([
    [
      'an administrator',
      [all],
      {
        list: 'granted',
        watch: 'granted',
        get: 'granted',
        create: 'granted',
        patch: 'granted',
        delete: 'granted',
      },
    ],
    [
      'a reader',
      [reader],
      { list: 'granted', get: 'granted', create: 'missing', delete: 'missing' },
    ],
    ['of another group', [{ ...reader, apiGroups: [''] }], { list: 'missing' }],
    ['of another kind', [{ ...reader, resources: ['x'] }], { list: 'missing' }],
    [
      'of the status alone',
      [{ ...reader, resources: ['caches/status'] }],
      { list: 'missing' },
    ],
    [
      'of some names alone',
      [{ ...all, resourceNames: ['mine'] }],
      { create: 'unknown', delete: 'unknown' },
    ],
    [
      'of some names, and of all by another role',
      [{ ...reader, resourceNames: ['mine'] }, reader],
      { get: 'granted', create: 'missing' },
    ],
    [
      'by two roles',
      [reader, { ...reader, verbs: ['create'] }],
      { list: 'granted', create: 'granted', patch: 'missing' },
    ],
    ['nothing', [], { list: 'missing', create: 'missing' }],
  ])('%s', (_who, rules, expected) => {
    const rights = rightsOf(review(...rules));
    expect(verbs(caches, { rights })).toMatchObject(expected);
  });

  it('is asked for what the portal does with it, and no more', () => {
    const rights = rightsOf(review(all));
    expect(verbs(works, { rights })).toEqual({
      list: 'granted',
      watch: 'granted',
    });
    const crds = { ...works, plural: 'customresourcedefinitions', group: 'x' };
    expect(Object.keys(verbs(crds, { rights }))).toEqual([
      'list',
      'watch',
      'get',
    ]);
  });

  it('is not known before it was asked, and not denied', () => {
    expect(verbs(caches, {})).toMatchObject({
      list: 'unknown',
      create: 'unknown',
    });
  });

  it('is not denied either where the platform does not know all of it', () => {
    const incomplete = {
      status: { resourceRules: [reader], incomplete: true },
    };
    const question = {
      verb: 'create',
      group: 'example.org',
      resource: 'caches',
    };
    const rights = rightsOf(incomplete, {
      answers: {
        [rightKey(question)]: true,
        'patch example.org/caches': false,
      },
    });
    expect(verbs(caches, { rights })).toMatchObject({
      list: 'granted',
      create: 'granted',
      patch: 'missing',
      delete: 'unknown',
    });
  });

  it.each(['impersonation', 'oidc'] as const)(
    'says nothing of writes that go out as the person: %s',
    identity => {
      const rights = rightsOf(review(all));
      expect(verbs(caches, { identity, rights })).toEqual({
        list: 'granted',
        watch: 'granted',
        get: 'granted',
        create: 'person',
        patch: 'person',
        delete: 'person',
      });
    },
  );

  it('believes a watch that is open, and one that is refused', () => {
    const denied = rightsOf(review());
    expect(verbs({ ...works, state: 'watching' }, { rights: denied })).toEqual({
      list: 'granted',
      watch: 'granted',
    });
    const granted = rightsOf(review(all));
    const refused = { ...works, state: 'forbidden' as const };
    expect(verbs(refused, { rights: granted })).toEqual({
      list: 'missing',
      watch: 'missing',
    });
    // Where it was told which of the two, the other is not accused.
    const lister = rightsOf(review({ ...all, verbs: ['list'] }));
    expect(verbs(refused, { rights: lister })).toEqual({
      list: 'granted',
      watch: 'missing',
    });
  });
});

describe('to act as people', () => {
  const impersonate = (resources: string[]) =>
    review({ verbs: ['impersonate'], apiGroups: [''], resources });
  it.each<[string, unknown, PlatformFacts['identity'], string | undefined]>([
    [
      'users and groups',
      impersonate(['users', 'groups']),
      'impersonation',
      'granted',
    ],
    ['users alone', impersonate(['users']), 'impersonation', 'missing'],
    [
      'some of them',
      review({
        verbs: ['impersonate'],
        apiGroups: [''],
        resources: ['users', 'groups'],
        resourceNames: ['user:default/ann'],
      }),
      'impersonation',
      'unknown',
    ],
    ['not told', {}, 'impersonation', 'unknown'],
    ['is not needed', review(), 'serviceAccount', undefined],
    ['is not needed with their own token', review(), 'oidc', undefined],
  ])('%s', (_what, given, identity, expected) => {
    const rights = rightsOf(given);
    expect(impersonationRight({ identity, rights })).toBe(expected);
  });
});

it('asks one by one for what the account does, not for what people do', () => {
  const questions = (identity: PlatformFacts['identity']) =>
    rightsToAsk({ identity, kinds: [caches] }).map(rightKey);
  expect(questions('serviceAccount')).toEqual(
    ['list', 'watch', 'get', 'create', 'patch', 'delete'].map(
      verb => `${verb} example.org/caches`,
    ),
  );
  expect(questions('impersonation')).toEqual([
    'list example.org/caches',
    'watch example.org/caches',
    'get example.org/caches',
    'impersonate /users',
    'impersonate /groups',
  ]);
});

it('grants nothing by an answer that is none, and is never sure of it', () => {
  const question = { verb: 'list', group: 'g', resource: 'r' };
  fc.assert(
    fc.property(fc.anything(), status => {
      const { rules, complete } = rulesOfReview({ status });
      const right = accountRight(rightsOf({ status }), question);
      return complete || rules.length > 0 || right === 'unknown';
    }),
  );
  for (const answer of [
    undefined,
    null,
    {},
    { status: { incomplete: false } },
  ]) {
    expect(accountRight(rightsOf(answer), question)).toBe('unknown');
  }
});
