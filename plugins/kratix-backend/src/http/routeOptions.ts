import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { RequestAccess } from '../permissions/RequestAccess';
import type { Callers } from './Callers';

/** What every route needs to know who asks and what they may. @internal */
export interface RouteOptions {
  callers: Callers;
  permissions: PermissionsService;
  access: RequestAccess;
}
