import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { kratixRequestUpdatePermission } from '@kratix-portal/backstage-plugin-kratix-common';
import { PortalPolicy } from './PortalPolicy';

const query = { permission: kratixRequestUpdatePermission };

describe('PortalPolicy', () => {
  it('decides for the refs that the user service names', async () => {
    const claims = ['user:default/mei', 'group:default/data'];
    const policy = new PortalPolicy({
      userInfo: mockServices.userInfo({ ownershipEntityRefs: claims }),
      installers: [],
    });
    const credentials = mockCredentials.user('user:default/mei');
    await expect(
      policy.handle(query, {
        credentials,
        // Deprecated by Backstage, and not what is to be believed.
        info: { userEntityRef: 'user:default/mei', ownershipEntityRefs: [] },
      }),
    ).resolves.toMatchObject({ conditions: { params: { claims } } });
  });

  it('refuses where nobody is signed in', async () => {
    const policy = new PortalPolicy({
      userInfo: mockServices.userInfo(),
      installers: [],
    });
    await expect(policy.handle(query)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
