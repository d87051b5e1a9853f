import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
} from '@kratix-portal/backstage-plugin-kratix-backend';
import {
  kratixPermissions,
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';

const kratixNames = new Set(kratixPermissions.map(({ name }) => name));

/**
 * The portal's rules. Of Kratix, whoever is signed in reads and requests, and
 * edits and deletes what they or their teams own; everything else is as open as
 * in a stock development portal.
 *
 * `ownership` are the entity refs the person acts for, absent for somebody who
 * is not signed in.
 *
 * @internal
 */
export function decide(
  permission: Permission,
  ownership: string[] | undefined,
): PolicyDecision {
  if (!kratixNames.has(permission.name)) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (!ownership) {
    return { result: AuthorizeResult.DENY };
  }
  if (
    isPermission(permission, kratixRequestUpdatePermission) ||
    isPermission(permission, kratixRequestDeletePermission)
  ) {
    return createKratixRequestConditionalDecision(
      permission,
      kratixRequestConditions.isOwner({ claims: ownership }),
    );
  }
  return { result: AuthorizeResult.ALLOW };
}
