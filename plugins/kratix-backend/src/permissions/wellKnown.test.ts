import { mockCredentials } from '@backstage/backend-test-utils';
import supertest from 'supertest';
import { startPortal } from '../__testUtils__/portal';
import { crd } from '../__testUtils__/world';
import { kratixRequestConditions } from './rules';

it('decides about requests by their refs, for whoever asks the permission backend', async () => {
  const { server } = await startPortal();
  const decide = async (resourceRef: string) => {
    const { body } = await supertest(server)
      .post('/api/kratix/.well-known/backstage/permissions/apply-conditions')
      .set('authorization', mockCredentials.service.header())
      .send({
        items: [
          {
            id: '1',
            resourceRef,
            resourceType: 'kratix-request',
            conditions: kratixRequestConditions.isOwner({
              claims: ['group:default/payments'],
            }),
          },
        ],
      });
    return body.items[0].result;
  };
  expect(await decide(`eu/${crd}/payments/cache`)).toBe('ALLOW');
  expect(await decide(`eu/${crd}/web/other`)).toBe('DENY');
  expect(await decide(`eu/${crd}/payments/gone`)).toBe('DENY');
  expect(await decide('nonsense')).toBe('DENY');
});

it('tells the permission backend what there is to decide', async () => {
  const { server } = await startPortal();
  const { body } = await supertest(server)
    .get('/api/kratix/.well-known/backstage/permissions/metadata')
    .set('authorization', mockCredentials.service.header());
  expect(body.permissions.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['kratix.request.delete', 'kratix.platform.read']),
  );
  expect(body.rules.map(({ name }: { name: string }) => name)).toEqual([
    'IS_OWNER',
    'IN_NAMESPACE',
    'ON_PLATFORM',
    'OF_PROMISE',
  ]);
});
