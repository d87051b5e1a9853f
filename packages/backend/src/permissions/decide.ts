import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { kratixPermissions } from '@kratix-portal/backstage-plugin-kratix-common';

const kratixNames = new Set(kratixPermissions.map(({ name }) => name));

/**
 * The portal's rules. Of Kratix, whoever is signed in reads and requests;
 * everything else is as open as in a stock development portal.
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
  if (kratixNames.has(permission.name) && !ownership) {
    return { result: AuthorizeResult.DENY };
  }
  return { result: AuthorizeResult.ALLOW };
}
