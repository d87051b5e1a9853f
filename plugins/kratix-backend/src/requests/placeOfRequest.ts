import { InputError, NotAllowedError } from '@backstage/errors';
import type { TeamNamespaces } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixSettings } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Viewer } from './requestChips';

/** Who asks, and what decides where their requests may go. @internal */
export interface PlaceRules {
  viewer: Viewer;
  teams: Pick<TeamNamespaces, 'namespacesOf'>;
  rule: KratixSettings['namespaces'];
}

/** For whom and where to a person may request. @internal */
export interface Place {
  /** Entity ref. */
  owner: string;
  namespaces: string[];
}

/**
 * Every team that a person may request for, with its namespaces. One who has no
 * team may request for themself where all requests go to one namespace. Pure.
 *
 * @internal
 */
export function placesOf({ viewer, teams, rule }: PlaceRules): Place[] {
  const refs = viewer.ownershipEntityRefs;
  const groups = refs.filter(ref => ref.startsWith('group:'));
  const alone = rule.from === 'fixed' && groups.length === 0;
  const owners = alone ? [viewer.userEntityRef] : groups;
  return owners.map(owner => ({
    owner,
    namespaces:
      rule.from === 'fixed' ? [rule.namespace] : teams.namespacesOf(owner),
  }));
}

/**
 * Whose a new request is, and that it may go where it is to go: people request
 * for their own teams, into these teams' namespaces. Pure.
 *
 * @returns the owner's entity ref, where there is one
 * @throws NotAllowedError (403) for somebody else's team or namespace
 * @internal
 */
export function ownerOfNewRequest(
  options: PlaceRules & {
    namespace: string;
    /** As asked for, an entity ref in full. */
    owner?: string;
  },
): string | undefined {
  const { viewer, namespace, owner, rule } = options;
  if (owner !== undefined && !viewer.ownershipEntityRefs.includes(owner)) {
    throw new NotAllowedError(
      `You can't request for ${owner}: you are not a member`,
    );
  }
  if (rule.from === 'fixed') {
    if (namespace !== rule.namespace) {
      throw new InputError(
        `Requests go to namespace '${rule.namespace}' here, not to '${namespace}'`,
      );
    }
    return owner;
  }
  const place = placesOf(options).find(
    one =>
      (owner === undefined || one.owner === owner) &&
      one.namespaces.includes(namespace),
  );
  if (!place) throw new NotAllowedError(refusal(options));
  return place.owner;
}

function refusal({
  owner,
  namespace,
  teams,
}: Parameters<typeof ownerOfNewRequest>[0]): string {
  if (owner === undefined) {
    return `None of your teams has the namespace '${namespace}'`;
  }
  const own = teams.namespacesOf(owner);
  return own.length === 0
    ? `${owner} has no namespace to request into`
    : `Requests of ${owner} go to namespace '${own.join(
        "' or '",
      )}', not to '${namespace}'`;
}
