import { InputError, NotAllowedError } from '@backstage/errors';
import type { TeamNamespaces } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixSettings } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Viewer } from './requestChips';

/**
 * Whose a new request is, and that it may go where it is to go: people request
 * for their own teams, into these teams' namespaces. Pure.
 *
 * @returns the owner's entity ref, where there is one
 * @throws NotAllowedError (403) for somebody else's team or namespace
 * @internal
 */
export function ownerOfNewRequest(options: {
  viewer: Viewer;
  namespace: string;
  /** As asked for, an entity ref in full. */
  owner?: string;
  teams: TeamNamespaces;
  rule: KratixSettings['namespaces'];
}): string | undefined {
  const { viewer, namespace, owner, teams, rule } = options;
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
  const owners = owner === undefined ? viewer.ownershipEntityRefs : [owner];
  const allowed = owners.find(one =>
    teams.namespacesOf(one).includes(namespace),
  );
  if (allowed === undefined) {
    throw new NotAllowedError(refusal(options));
  }
  return allowed;
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
