import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

/**
 * The one way from a route to the permission framework. For permissions about
 * a resource the decision may come with conditions, which the caller has to
 * apply; a plain refusal is thrown before anything is looked up, so that an
 * answer never tells whether something exists.
 *
 * @throws NotAllowedError (403)
 * @internal
 */
export async function requirePermission(
  permissions: PermissionsService,
  permission: Permission,
  credentials: BackstageCredentials,
): Promise<PolicyDecision> {
  const decision = await decide(permissions, permission, credentials);
  if (decision.result === AuthorizeResult.DENY) {
    throw new NotAllowedError(
      `You may not do this: it needs the permission ${permission.name}`,
    );
  }
  return decision;
}

/**
 * The decision alone, for what is shown rather than refused.
 *
 * @internal
 */
export async function decide(
  permissions: PermissionsService,
  permission: Permission,
  credentials: BackstageCredentials,
): Promise<PolicyDecision> {
  const [decision] = isResourcePermission(permission)
    ? await permissions.authorizeConditional([{ permission }], { credentials })
    : await permissions.authorize([{ permission }], { credentials });
  return decision;
}
