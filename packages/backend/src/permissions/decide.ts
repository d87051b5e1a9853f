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
  kratixPromiseInstallPermission,
  kratixPromiseUninstallPermission,
  kratixPromiseUpgradePermission,
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';

const kratixNames = new Set(kratixPermissions.map(({ name }) => name));

const ofInstallers = [
  kratixPromiseInstallPermission,
  kratixPromiseUpgradePermission,
  kratixPromiseUninstallPermission,
];

/**
 * The portal's rules. Of Kratix, whoever is signed in reads and requests, and
 * edits and deletes what they or their teams own. Installing is the power of a
 * cluster's administrator, so only those named for it install, upgrade and
 * uninstall Promises. Everything else is as open as in a stock development
 * portal.
 *
 * @param ownership - entity refs the person acts for, absent for somebody who is
 *   not signed in
 * @param installers - entity refs of who may install
 * @internal
 */
export function decide(
  permission: Permission,
  ownership: string[] | undefined,
  installers: readonly string[],
): PolicyDecision {
  if (!kratixNames.has(permission.name)) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (!ownership) {
    return { result: AuthorizeResult.DENY };
  }
  if (ofInstallers.some(one => isPermission(permission, one))) {
    const may = ownership.some(ref => installers.includes(ref));
    return { result: may ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
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
