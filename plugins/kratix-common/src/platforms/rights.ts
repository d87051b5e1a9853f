import type { KindRights, PlatformRight } from '../api';
import { asList, isRecord, valueAt } from '../kube';
import type {
  AccountRights,
  GrantedRule,
  PlatformFacts,
  PlatformKindFacts,
} from './facts';

/** One thing that may be done everywhere on a platform. @public */
export interface RightQuestion {
  verb: string;
  group: string;
  /** Plural. */
  resource: string;
}

type KindVerb = keyof KindRights;

const following: KindVerb[] = ['list', 'watch'];
const writing: KindVerb[] = ['create', 'patch', 'delete'];

const managed = new Set(['promises', 'promisereleases']);

/** Everyone it acts as, and their groups. */
const impersonated: RightQuestion[] = ['users', 'groups'].map(resource => ({
  verb: 'impersonate',
  group: '',
  resource,
}));

/** The verbs that the portal needs for a kind. */
function neededVerbs(
  kind: Pick<PlatformKindFacts, 'group' | 'plural' | 'promise'>,
): KindVerb[] {
  const { group, plural, promise } = kind;
  if (
    promise !== undefined ||
    (group === 'platform.kratix.io' && managed.has(plural))
  ) {
    return [...following, 'get', ...writing];
  }
  // Read one by one where the cache is not enough.
  return plural === 'customresourcedefinitions'
    ? [...following, 'get']
    : following;
}

/** All that there is to know of the account's rights. Pure. @public */
export function rightsToAsk(
  facts: Pick<PlatformFacts, 'identity' | 'kinds'>,
): RightQuestion[] {
  const ofKinds = facts.kinds.flatMap(kind =>
    neededVerbs(kind)
      .filter(verb => isOfAccount(verb, facts.identity))
      .map(verb => ({ verb, group: kind.group, resource: kind.plural })),
  );
  return facts.identity === 'impersonation'
    ? [...ofKinds, ...impersonated]
    : ofKinds;
}

/**
 * What a SelfSubjectRulesReview grants for all of the platform. Pure and total:
 * what can't be read grants nothing, and then says that there may be more.
 *
 * @public
 */
export function rulesOfReview(
  review: unknown,
): Pick<AccountRights, 'rules' | 'complete'> {
  const given = valueAt(review, 'status', 'resourceRules');
  const rules = asList(given)
    .filter(isRecord)
    .map(
      (rule): GrantedRule => ({
        verbs: textsOf(rule.verbs),
        apiGroups: textsOf(rule.apiGroups),
        resources: textsOf(rule.resources),
        named: asList(rule.resourceNames).length > 0,
      }),
    );
  const complete =
    Array.isArray(given) && valueAt(review, 'status', 'incomplete') === false;
  return { rules, complete };
}

function textsOf(list: unknown): string[] {
  // Empty is a word, too: the group of the core kinds.
  return asList(list).filter((one): one is string => typeof one === 'string');
}

/** Whether the account may do this everywhere, as far as is known. Pure. @public */
export function accountRight(
  rights: AccountRights | undefined,
  question: RightQuestion,
): Exclude<PlatformRight, 'person'> {
  if (!rights) return 'unknown';
  const { verb, group, resource } = question;
  const has = (list: string[], one: string) =>
    list.includes('*') || list.includes(one);
  const about = rights.rules.filter(
    rule =>
      has(rule.verbs, verb) &&
      has(rule.apiGroups, group) &&
      has(rule.resources, resource),
  );
  const answer = rights.answers[rightKey(question)];
  if (answer || about.some(({ named }) => !named)) return 'granted';
  // Whether those of some names are all that are ever asked for, nobody knows.
  if (about.length > 0) return 'unknown';
  return rights.complete || answer === false ? 'missing' : 'unknown';
}

/** Under which a single answer is kept. @public */
export function rightKey({ verb, group, resource }: RightQuestion): string {
  return `${verb} ${group}/${resource}`;
}

/**
 * What the portal may do with a kind: by what the account was told, and by what
 * happens to its watch, which is newer. Pure.
 *
 * @internal
 */
export function kindRights(
  kind: PlatformKindFacts,
  facts: Pick<PlatformFacts, 'identity' | 'rights'>,
): KindRights {
  const { group, plural: resource, state } = kind;
  const right = (verb: KindVerb): PlatformRight =>
    isOfAccount(verb, facts.identity)
      ? accountRight(facts.rights, { verb, group, resource })
      : 'person';
  const rights = Object.fromEntries(
    neededVerbs(kind).map(verb => [verb, right(verb)]),
  );
  const follow = { list: right('list'), watch: right('watch') };
  if (state === 'watching') {
    follow.list = 'granted';
    follow.watch = 'granted';
  } else if (state === 'forbidden' && !includesMissing(follow)) {
    // Refused after it was asked, and not told which of the two.
    follow.list = 'missing';
    follow.watch = 'missing';
  }
  return { ...rights, ...follow };
}

function includesMissing(rights: Record<string, PlatformRight>): boolean {
  return Object.values(rights).includes('missing');
}

/** Writes of people's own are theirs, and nobody asks for them beforehand. */
function isOfAccount(
  verb: KindVerb,
  identity: PlatformFacts['identity'],
): boolean {
  return identity === 'serviceAccount' || !writing.includes(verb);
}

/** Whether the account may act as people, where it has to. Pure. @internal */
export function impersonationRight(
  facts: Pick<PlatformFacts, 'identity' | 'rights'>,
): Exclude<PlatformRight, 'person'> | undefined {
  if (facts.identity !== 'impersonation') return undefined;
  const each = impersonated.map(question =>
    accountRight(facts.rights, question),
  );
  if (each.includes('missing')) return 'missing';
  return each.includes('unknown') ? 'unknown' : 'granted';
}
