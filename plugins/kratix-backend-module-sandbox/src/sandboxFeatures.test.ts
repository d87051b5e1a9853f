import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  kratixConnectionKindServiceRef,
  kratixMarketplaceExtensionPoint,
  type ConnectionKind,
  type MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import sandboxFeatures from './index';

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
