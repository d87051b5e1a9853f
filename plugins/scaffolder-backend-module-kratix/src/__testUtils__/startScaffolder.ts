import {
  type BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import request from 'supertest';
import scaffolderModuleKratix from '../index';

/** A scaffolder with our module, beside what a test stands in for. @internal */
export async function startScaffolder(features: BackendFeature[]) {
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleKratix,
      createServiceFactory({
        service: kratixPlatformsServiceRef,
        deps: {},
        factory: () => fakePlatforms({ platforms: [] }),
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'payments' },
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      }),
      ...features,
    ],
  });
  const header = mockCredentials.user.header();
  return {
    actions: async () =>
      request(server)
        .get('/api/scaffolder/v2/actions')
        .set('authorization', header),
    dryRun: async (template: object, values: object) =>
      request(server)
        .post('/api/scaffolder/v2/dry-run')
        .set('authorization', header)
        .send({ template, values, directoryContents: [] }),
  };
}
