import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import {
  kratixPermissions,
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { decide } from './decide';

const guest = ['user:default/guest', 'group:default/payments'];
const ofOwners = [kratixRequestUpdatePermission, kratixRequestDeletePermission];
const ofAll = kratixPermissions.filter(
  ({ name }) => !ofOwners.some(owned => owned.name === name),
);

describe('decide', () => {
  it.each(ofAll)('lets the signed-in do $name', permission => {
    expect(decide(permission, guest)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it.each(ofOwners)('leaves $name to the owning teams', permission => {
    expect(decide(permission, guest)).toEqual({
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

  it.each(kratixPermissions)('keeps strangers from $name', permission => {
    expect(decide(permission, undefined)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it.each([guest, undefined])('is open beyond Kratix', ownership => {
    const permission = createPermission({
      name: 'catalog.location.create',
      attributes: { action: 'create' },
    });
    expect(decide(permission, ownership)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
