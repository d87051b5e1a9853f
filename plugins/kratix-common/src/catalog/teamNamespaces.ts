/** What is needed of a Group in the catalog. @public */
export interface TeamEntity {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    annotations?: Record<string, string>;
  };
}

/** How `kratix.namespaces` ties Groups to namespaces. @public */
export interface TeamNamespacesRule {
  /** Ends in a slash. */
  annotationPrefix: string;
  namespaces:
    | { from: 'name' }
    | { from: 'annotation' }
    | { from: 'fixed'; namespace: string };
}

/** Which namespaces are which team's. @public */
export interface TeamNamespaces {
  /** Entity ref of the owner of what lives in a namespace, by its name alone. */
  ownerOf(namespace: string): string | undefined;
  /** Where requests of a team go; empty for a team without any. */
  namespacesOf(owner: string): string[];
}

/**
 * Reads `kratix.namespaces` over the Groups of the catalog. Where several
 * Groups claim one namespace, the one whose ref comes first owns it.
 *
 * @public
 */
export function teamNamespaces(
  groups: readonly TeamEntity[],
  rule: TeamNamespacesRule,
): TeamNamespaces {
  const { namespaces } = rule;
  if (namespaces.from === 'fixed') {
    // One for all: it tells nothing about who owns what is in it.
    return {
      ownerOf: () => undefined,
      namespacesOf: () => [namespaces.namespace],
    };
  }
  const ofTeam = new Map(
    groups
      .map(group => [refOf(group), namespacesOfGroup(group, rule)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const owners = new Map<string, string>();
  for (const [ref, names] of ofTeam) {
    for (const name of names) {
      if (!owners.has(name)) owners.set(name, ref);
    }
  }
  return {
    ownerOf: namespace => owners.get(namespace),
    namespacesOf: owner => ofTeam.get(owner) ?? [],
  };
}

function namespacesOfGroup(
  { metadata }: TeamEntity,
  { namespaces, annotationPrefix }: TeamNamespacesRule,
): string[] {
  if (namespaces.from === 'name') return [lower(metadata.name)];
  const listed = metadata.annotations?.[`${annotationPrefix}namespaces`] ?? '';
  return listed
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}

/** As the catalog spells refs; common has no catalog model to ask. */
function refOf({ kind, metadata }: TeamEntity): string {
  const { namespace = 'default', name } = metadata;
  return lower(`${kind}:${namespace}/${name}`);
}

function lower(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
