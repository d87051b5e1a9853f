import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kratixDestinationReadPermission,
  kratixPromiseReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PortalCaller } from '../http/Callers';
import type { RequestAccess, RequestVisibility } from './RequestAccess';

/**
 * What somebody may see beside what they asked for: nothing else is counted or
 * named to them.
 *
 * @internal
 */
export interface Sight {
  visibility: RequestVisibility;
  promises: boolean;
  destinations: boolean;
}

const asked = [kratixPromiseReadPermission, kratixDestinationReadPermission];

/** @internal */
export async function sightOf(
  caller: PortalCaller,
  options: {
    access: Pick<RequestAccess, 'visibilityIfAny'>;
    permissions: PermissionsService;
  },
): Promise<Sight> {
  const { access, permissions } = options;
  const { credentials } = caller;
  const [visibility, decisions] = await Promise.all([
    access.visibilityIfAny(caller),
    permissions.authorize(
      asked.map(permission => ({ permission })),
      { credentials },
    ),
  ]);
  const [promises, destinations] = decisions.map(
    ({ result }) => result === AuthorizeResult.ALLOW,
  );
  return { visibility, promises, destinations };
}
