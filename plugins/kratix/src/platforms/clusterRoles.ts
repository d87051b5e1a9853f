import type {
  KindRights,
  PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';

type Kind = PlatformView['kinds'][number];
type Verb = keyof KindRights | 'impersonate';

const writes = ['create', 'patch', 'delete'] as const;

/** What the account of the connection lacks, and what would give it; YAML. @internal */
export interface MissingRights {
  /** How many kinds can't be read, or not be written for people. */
  kinds: number;
  /** Where something is missing: all that the portal needs but to install. */
  role?: string;
  /** To install Promises, where that is missing: it is an administrator's power. */
  installing?: string;
}

interface Rule {
  group: string;
  plural: string;
  verbs: Verb[];
}

const impersonating: Rule[] = ['groups', 'users'].map(plural => ({
  group: '',
  plural,
  verbs: ['impersonate'],
}));

/**
 * Which roles to give to the portal's account. They are whole and hold more
 * than what is missing: a role that is applied anew takes away what it no longer
 * says. Pure.
 *
 * @internal
 */
export function missingRights(
  platform: Pick<PlatformView, 'kinds' | 'rights'>,
): MissingRights {
  const { kinds, rights } = platform;
  const lacking = kinds.filter(kind =>
    neededVerbs(kind).some(verb => kind.rights[verb] === 'missing'),
  );
  const actsNot = rights?.impersonation === 'missing';
  const installs = kinds.filter(isInstalled);
  const installsNot = installs.some(kind =>
    writes.some(verb => kind.rights[verb] === 'missing'),
  );
  return {
    kinds: lacking.length,
    ...((lacking.length > 0 || actsNot) && {
      role: roleOf('kratix-portal', [
        ...kinds.map(
          (kind): Rule => ({ ...kind, verbs: ['get', 'list', 'watch'] }),
        ),
        ...kinds
          .filter(kind => !isInstalled(kind))
          .map((kind): Rule => ({ ...kind, verbs: ownWrites(kind) })),
        ...(rights?.impersonation ? impersonating : []),
      ]),
    }),
    ...(installsNot && {
      installing: roleOf(
        'kratix-portal-install',
        installs.map((kind): Rule => ({ ...kind, verbs: [...writes] })),
      ),
    }),
  };
}

function neededVerbs(kind: Kind): (keyof KindRights)[] {
  const reads = ['list', 'watch', 'get'] as const;
  return isInstalled(kind) ? [...reads] : [...reads, ...writes];
}

/** Written to by whoever installs Promises alone. */
function isInstalled({ group, plural }: Kind): boolean {
  return (
    group === 'platform.kratix.io' &&
    (plural === 'promises' || plural === 'promisereleases')
  );
}

/** Such as the account makes itself, not as somebody else. */
function ownWrites({ rights }: Kind): Verb[] {
  return writes.filter(
    verb => rights[verb] !== undefined && rights[verb] !== 'person',
  );
}

function roleOf(name: string, given: Rule[]): string {
  const plurals = new Map<string, { rule: Rule; plurals: string[] }>();
  for (const rule of given) {
    if (rule.verbs.length === 0) continue;
    const key = `${rule.group} ${rule.verbs}`;
    const known = plurals.get(key)?.plurals ?? [];
    plurals.set(key, { rule, plurals: [...known, rule.plural] });
  }
  const rules = Array.from(plurals.values(), ({ rule, plurals: of }) =>
    [
      `  - apiGroups: ${listOf([rule.group])}`,
      `    resources: ${listOf(of.sort())}`,
      `    verbs: ${listOf(rule.verbs)}`,
    ].join('\n'),
  );
  return [
    '# Bind it to the account of the portal with a ClusterRoleBinding.',
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    `  name: ${name}`,
    'rules:',
    ...rules,
    '',
  ].join('\n');
}

function listOf(words: string[]): string {
  return `[${words.map(word => `'${word}'`).join(', ')}]`;
}
