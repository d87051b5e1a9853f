import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import catalogTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import catalogKratix from '@kratix-portal/backstage-plugin-catalog-backend-module-kratix';
import scaffolderKratix from '@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix';
import kratix from '@kratix-portal/backstage-plugin-kratix-backend';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { resolve } from 'node:path';

const organisation = resolve(__dirname, '../../../../examples/org.yaml');

/** A Promise that offers this API, available. */
export function aPromise(name: string, schema: unknown): KubeObject {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${name}.caches.example.io` },
        spec: {
          group: 'caches.example.io',
          names: { kind: name, plural: name },
          scope: 'Namespaced',
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: schema },
            },
          ],
        },
      },
    },
    status: { kratix: { status: 'Available' } },
  };
}

/**
 * The portal's backend as it is put together, but for the clusters. Resolves
 * when the Promises' Templates and the teams are in the catalog.
 */
export async function startPortalBackend(options: {
  promises: KubeObject[];
  database?: object;
}) {
  const { promises, database } = options;
  const platforms = fakePlatforms({ platforms: [{ objects: promises }] });
  const { server } = await startTestBackend({
    features: [
      catalog,
      catalogTemplates,
      scaffolder,
      catalogKratix,
      scaffolderKratix,
      kratix,
      createServiceFactory({
        service: kratixPlatformsServiceRef,
        deps: {},
        factory: () => platforms,
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', 'group:default/payments'],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          backend: {
            baseUrl: 'http://localhost:7007',
            ...(database && { database }),
          },
          catalog: {
            rules: [{ allow: ['Group', 'User'] }],
            stitchingStrategy: { pollingInterval: { milliseconds: 250 } },
            locations: [{ type: 'file', target: organisation }],
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const call = async (path: string, body?: object) => {
    const response = await fetch(`http://localhost:${port}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const entity = (kind: string, name: string) =>
    call(`catalog/entities/by-name/${kind}/default/${name}`);
  for (const { metadata } of promises) {
    await until(
      () => entity('template', `eu.${metadata.name}`),
      ({ status }) => status === 200,
    );
  }
  await until(
    () => entity('group', 'web'),
    ({ status }) => status === 200,
  );
  return { platform: platforms.get('eu'), call, entity };
}

/** These plugins work in the background; there is no other way to know. */
export async function until<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  for (let left = 300; ; left -= 1) {
    const value = await read();
    if (done(value)) return value;
    if (left === 0) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise(next => setTimeout(next, 100));
  }
}
