import { ConfigReader } from '@backstage/config';
import { KubeConfig } from '@kubernetes/client-node';
import { callKube } from '../testing';
import { createControlPlane } from './controlPlane';
import { createSandbox } from './createSandbox';
import { refuseProduction } from './productionGuard';
import { readSandboxOptions } from './sandboxConnection';

describe('createSandbox', () => {
  it('is a platform that installs a Promise', async () => {
    const sandbox = await createSandbox({ speed: 50, storageDelayMs: 0 });
    const { store } = sandbox;
    try {
      const { spec } = {
        spec: {
          api: {
            apiVersion: 'apiextensions.k8s.io/v1',
            kind: 'CustomResourceDefinition',
            metadata: { name: 'caches.demo.example.org' },
            spec: {
              group: 'demo.example.org',
              scope: 'Namespaced',
              names: { plural: 'caches', kind: 'Cache' },
              versions: [
                {
                  name: 'v1',
                  served: true,
                  storage: true,
                  schema: {
                    openAPIV3Schema: {
                      type: 'object',
                      properties: { spec: { type: 'object' } },
                    },
                  },
                },
              ],
            },
          },
        },
      };
      const available = new Promise<void>(resolve => {
        const stop = store.onChange(({ object }) => {
          const status = object.status as { status?: string } | undefined;
          if (object.kind !== 'Promise' || status?.status !== 'Available') {
            return;
          }
          stop();
          resolve();
        });
      });
      const target = {
        url: sandbox.url,
        ca: sandbox.ca,
        token: sandbox.adminToken,
      };
      const { code } = await callKube(target, {
        method: 'POST',
        path: '/apis/platform.kratix.io/v1alpha1/promises',
        body: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Promise',
          metadata: { name: 'cache' },
          spec,
        },
      });
      expect(code).toBe(201);
      await available;
      expect(store.kind('demo.example.org', 'caches')).toBeDefined();
    } finally {
      await sandbox.close();
    }
  });

  it('hands out a kubeconfig by which the portal may do everything, and nobody else', async () => {
    const plane = await createControlPlane();
    try {
      const config = new KubeConfig();
      config.loadFromString(plane.portalKubeconfig);
      const cluster = config.getCurrentCluster();
      const target = {
        url: cluster?.server ?? '',
        ca: Buffer.from(cluster?.caData ?? '', 'base64').toString(),
        token: config.getCurrentUser()?.token,
      };
      const path = '/apis/platform.kratix.io/v1alpha1/promises';
      expect((await callKube(target, { path })).code).toBe(200);
      const guess = { ...target, token: 'admin' };
      expect((await callKube(guess, { path })).code).toBe(401);
      expect(new URL(target.url).hostname).toBe('127.0.0.1');
    } finally {
      await plane.close();
    }
  });
});

describe('refuseProduction', () => {
  const start = (nodeEnv: string, allowInProduction?: boolean) => () =>
    refuseProduction({ allowInProduction }, nodeEnv);

  it.each([
    ['development', undefined],
    ['test', false],
    ['production', true],
  ])('starts with NODE_ENV %s, allowed: %s', (nodeEnv, allowed) => {
    expect(start(nodeEnv, allowed)).not.toThrow();
  });

  it.each([
    ['production', undefined],
    ['production', false],
  ])('does not with NODE_ENV %s, allowed: %s', (nodeEnv, allowed) => {
    expect(start(nodeEnv, allowed)).toThrow('kratix.sandbox.allowInProduction');
  });
});

describe('readSandboxOptions', () => {
  const read = (sandbox: object) =>
    readSandboxOptions('eu', new ConfigReader({ sandbox: { ...sandbox } }));

  it('is busy where nothing is said', () => {
    expect(read({})).toMatchObject({ name: 'eu', scenario: 'busy', speed: 1 });
  });

  it.each([
    [{ scenario: 'quiet' }, 'kratix.platforms.eu.sandbox.scenario: use one of'],
    [{ speed: 0 }, 'kratix.platforms.eu.sandbox.speed: must be above 0'],
  ])('refuses %j by its key', (sandbox, message) => {
    expect(() => read(sandbox)).toThrow(message);
  });
});
