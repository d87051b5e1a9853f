import type { KindInfo, Store } from '../store';

const writeVerbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

interface Resource {
  name: string;
  singularName: string;
  namespaced: boolean;
  kind: string;
  verbs: string[];
  shortNames?: string[];
  categories?: string[];
  group?: string;
  version?: string;
}

// Kinds that are questions: they can be asked, and are not kept.
const reviews: Record<string, Resource[]> = {
  'authorization.k8s.io/v1': [
    'SelfSubjectAccessReview',
    'SelfSubjectRulesReview',
    'SubjectAccessReview',
  ].map(review),
  'authentication.k8s.io/v1': [review('SelfSubjectReview')],
};

function review(kind: string): Resource {
  const singularName = kind.toLocaleLowerCase('en-US');
  return {
    name: `${singularName}s`,
    singularName,
    namespaced: false,
    kind,
    verbs: ['create'],
  };
}

/** events.k8s.io shows core Events under other names. @internal */
export const eventsGroup = 'events.k8s.io';

function resourcesOf(kind: KindInfo, version: string): Resource[] {
  const { plural, singular, namespaced, shortNames, categories } = kind;
  const of = kind.versions.find(({ name }) => name === version);
  const sub = (name: string, verbs: string[]): Resource => ({
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    kind: kind.kind,
    verbs,
  });
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind: kind.kind,
      verbs: writeVerbs,
      ...(shortNames.length > 0 && { shortNames }),
      ...(categories.length > 0 && { categories }),
    },
    ...(of?.hasStatus ? [sub('status', ['get', 'patch', 'update'])] : []),
    ...(kind.group === '' && plural === 'pods' ? [sub('log', ['get'])] : []),
  ];
}

/**
 * Which groups, versions and resources there are; `kubectl` asks before all
 * else.
 *
 * @internal
 */
export class Discovery {
  readonly #store: Pick<Store, 'kinds'>;
  readonly #isHidden: (kind: KindInfo) => boolean;

  constructor(
    store: Pick<Store, 'kinds'>,
    isHidden: (kind: KindInfo) => boolean = () => false,
  ) {
    this.#store = store;
    this.#isHidden = isHidden;
  }

  coreVersions() {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }

  groups() {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...this.#groupVersions()].map(([name, versions]) =>
        group(name, versions),
      ),
    };
  }

  group(name: string) {
    const versions = this.#groupVersions().get(name);
    return (
      versions && {
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...group(name, versions),
      }
    );
  }

  resources(name: string, version: string) {
    const groupVersion = name ? `${name}/${version}` : version;
    const resources = [
      ...(reviews[groupVersion] ?? []),
      ...this.#kinds()
        .filter(
          kind =>
            kind.group === (name === eventsGroup ? '' : name) &&
            (name !== eventsGroup || kind.kind === 'Event') &&
            isServed(kind, version),
        )
        .flatMap(kind => resourcesOf(kind, version)),
    ];
    if (resources.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion,
      resources,
    };
  }

  /** `g/v` of all that is served, core's being `v1`. */
  groupVersions(): string[] {
    return [
      'v1',
      ...[...this.#groupVersions()].flatMap(([name, versions]) =>
        versions.map(version => `${name}/${version}`),
      ),
    ];
  }

  #kinds() {
    return this.#store.kinds().filter(kind => !this.#isHidden(kind));
  }

  #groupVersions(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    const add = (name: string, version: string) => {
      const versions = found.get(name) ?? [];
      if (!versions.includes(version)) found.set(name, [...versions, version]);
    };
    for (const groupVersion of [...Object.keys(reviews), `${eventsGroup}/v1`]) {
      const [name, version] = groupVersion.split('/');
      add(name, version);
    }
    for (const kind of this.#kinds()) {
      if (!kind.group) continue;
      for (const { name, served } of kind.versions) {
        if (served) add(kind.group, name);
      }
    }
    return new Map(
      [...found].map(([name, versions]) => [name, versions.sort(byPriority)]),
    );
  }
}

function isServed(kind: KindInfo, version: string) {
  return kind.versions.some(({ name, served }) => served && name === version);
}

function group(name: string, versions: string[]) {
  const all = versions.map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions: all, preferredVersion: all[0] };
}

const stability = ['', 'beta', 'alpha'];
// Names that are no versions come last.
const noVersion = [stability.length, 0, 0];

function rank(version: string): number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (!match) return noVersion;
  const [, major, level = '', minor = '0'] = match;
  return [stability.indexOf(level), -Number(major), -Number(minor)];
}

/** v2 before v1 before v1beta1 before v1alpha1 before names that are none. */
function byPriority(one: string, other: string): number {
  const [a, b] = [rank(one), rank(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? one.localeCompare(other) : a[at] - b[at];
}
