import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  kratixConnectionKindServiceRef,
  kratixMarketplaceExtensionPoint,
  type ConnectionKind,
  type MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import sandboxFeatures from './index';

// A whole backend on a machine that may have other things to do.
jest.setTimeout(60_000);

/** A stand-in for the plugin that the sandbox adds to. */
function aKratixPlugin() {
  const found: {
    types: MarketplaceSourceType[];
    kinds: ConnectionKind[];
  } = { types: [], kinds: [] };
  const plugin = createBackendPlugin({
    pluginId: 'kratix',
    register(env) {
      env.registerExtensionPoint(kratixMarketplaceExtensionPoint, {
        addSourceType: type => void found.types.push(type),
      });
      env.registerInit({
        deps: {
          kinds: kratixConnectionKindServiceRef,
          logger: coreServices.logger,
        },
        async init({ kinds }) {
          found.kinds.push(...kinds);
        },
      });
    },
  });
  return { plugin, found };
}

describe('one line in a backend', () => {
  it('brings the kind of connection and the source of the marketplace', async () => {
    const { plugin, found } = aKratixPlugin();
    await startTestBackend({ features: [plugin, sandboxFeatures] });
    expect(found.kinds.map(one => one.key)).toEqual(['sandbox']);
    expect(found.types.map(one => one.key)).toEqual(['embedded']);
  });

  it('harms no backend that has no Kratix', async () => {
    await expect(
      startTestBackend({ features: [sandboxFeatures] }),
    ).resolves.toBeDefined();
  });
});

describe('the kind of connection', () => {
  const options = (kratix: JsonObject) => {
    const rootConfig = new ConfigReader({ kratix });
    const config = new ConfigReader({ sandbox: { scenario: 'empty' } });
    return { platform: 'eu', config, rootConfig };
  };
  const connecting = async () => {
    const { plugin, found } = aKratixPlugin();
    await startTestBackend({ features: [plugin, sandboxFeatures] });
    return found.kinds[0];
  };
  const { NODE_ENV } = process.env;

  afterEach(() => {
    process.env = { ...process.env, NODE_ENV };
  });

  it('opens a sandbox that says it is one, on the loopback', async () => {
    const kind = await connecting();
    const connection = await kind.connect(options({}));
    try {
      expect(connection.sandbox).toBe(true);
      const { server = '' } = connection.kubeConfig.getCurrentCluster() ?? {};
      expect(new URL(server).hostname).toBe('127.0.0.1');
    } finally {
      await connection.close();
    }
  });

  it('is refused in production as wrong configuration, unless that is said', async () => {
    const kind = await connecting();
    process.env = { ...process.env, NODE_ENV: 'production' };
    // Anything but an InputError would be tried again for ever.
    await expect(kind.connect(options({}))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('kratix.sandbox.allowInProduction'),
    });
    const allowed = { sandbox: { allowInProduction: true } };
    const connection = await kind.connect(options(allowed));
    await connection.close();
  });
});

describe('the embedded source', () => {
  it('is read once, and then unchanged', async () => {
    const { plugin, found } = aKratixPlugin();
    await startTestBackend({ features: [plugin, sandboxFeatures] });
    const [type] = found.types;
    const source = type.create({
      id: 'sandbox',
      config: new ConfigReader({ embedded: {} }),
      urlReader: mockServices.urlReader.mock(),
      logger: mockServices.logger.mock(),
    });
    const { signal } = new AbortController();
    const previous = async () => undefined;
    const first = await source.read({ previous, signal });
    if (first === 'unchanged') throw new Error('It was never read before');
    expect(first.files.map(one => one.path)).toContain('redis/promise.yaml');
    const { etag } = first;
    expect(await source.read({ etag, previous, signal })).toBe('unchanged');
  });
});
