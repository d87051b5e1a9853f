import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { KubeConfig } from '@kubernetes/client-node';
import { kratixConnectionKindServiceRef, kratixPlatformsServiceRef } from '..';
import { aCluster, closeAll } from '../__testUtils__/cluster';
import { aRequest, refOf } from '../__testUtils__/objects';
import type { KratixPlatforms } from '../types';

afterEach(closeAll);

it('two plugins share one set of platforms, and a module brings a connection', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const seen: KratixPlatforms[] = [];
  const plugin = (pluginId: string) =>
    createBackendPlugin({
      pluginId,
      register(env) {
        env.registerInit({
          deps: {
            platforms: kratixPlatformsServiceRef,
            logger: coreServices.logger,
          },
          async init({ platforms }) {
            seen.push(platforms);
          },
        });
      },
    });
  const backend = await startTestBackend({
    features: [
      plugin('one'),
      plugin('two'),
      mockServices.rootConfig.factory({
        data: { kratix: { platforms: { eu: { test: {} } } } },
      }),
      createServiceFactory({
        service: kratixConnectionKindServiceRef,
        deps: {},
        factory: () => ({
          key: 'test',
          async connect() {
            const kubeConfig = new KubeConfig();
            kubeConfig.loadFromString(cluster.portalKubeconfig);
            return { kubeConfig, sandbox: true, close: async () => {} };
          },
        }),
      }),
    ],
  });
  try {
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
    const platform = seen[0].get('eu');
    await platform.firstSync();
    expect(platform.request(refOf())).toBeDefined();
    expect(platform.facts().sandbox).toBe(true);
    expect(await platform.readRequest(refOf())).toMatchObject({
      metadata: { name: 'orders' },
      spec: { size: 'small' },
    });
    await expect(platform.readRequest(refOf('gone'))).rejects.toMatchObject({
      name: 'NotFoundError',
    });

    expect(platform.counters()).toMatchObject({ relists: 0, failures: 0 });
    expect(platform.counters().apiCalls).toBeGreaterThan(17);
  } finally {
    await backend.stop();
  }
});
