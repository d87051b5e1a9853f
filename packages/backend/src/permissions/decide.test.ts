import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import {
  kratixPermissions,
  kratixPromiseInstallPermission,
  kratixPromiseUninstallPermission,
  kratixPromiseUpgradePermission,
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { decide } from './decide';

const guest = ['user:default/guest', 'group:default/payments'];
const ofOwners = [kratixRequestUpdatePermission, kratixRequestDeletePermission];
const ofInstallers = [
  kratixPromiseInstallPermission,
  kratixPromiseUpgradePermission,
  kratixPromiseUninstallPermission,
];
const ofAll = kratixPermissions.filter(
  ({ name }) =>
    ![...ofOwners, ...ofInstallers].some(other => other.name === name),
);

describe('decide', () => {
  it.each(ofAll)('lets the signed-in do $name', permission => {
    expect(decide(permission, guest, [])).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each(ofOwners)('leaves $name to the owning teams', permission => {
    expect(decide(permission, guest, [])).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'kratix',
      resourceType: 'kratix-request',
      conditions: {
        rule: 'IS_OWNER',
        resourceType: 'kratix-request',
        params: { claims: guest },
      },
    });
  });

  it.each(ofInstallers)('leaves $name to those named for it', permission => {
    const may = (installers: string[]) =>
      decide(permission, guest, installers).result;
    expect(may([])).toBe(AuthorizeResult.DENY);
    expect(may(['group:default/platform-team'])).toBe(AuthorizeResult.DENY);
    expect(may(['group:default/payments'])).toBe(AuthorizeResult.ALLOW);
    expect(may(['user:default/guest'])).toBe(AuthorizeResult.ALLOW);
  });

  it.each(kratixPermissions)('keeps strangers from $name', permission => {
    expect(decide(permission, undefined, ['user:default/guest'])).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each([guest, undefined])('is open beyond Kratix', ownership => {
    const permission = createPermission({
      name: 'catalog.location.create',
      attributes: { action: 'create' },
    });
    expect(decide(permission, ownership, [])).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
