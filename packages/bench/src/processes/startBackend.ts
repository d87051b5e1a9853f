import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleKratix from '@kratix-portal/backstage-plugin-catalog-backend-module-kratix';
import kratixPlugin from '@kratix-portal/backstage-plugin-kratix-backend';
import type { AddressInfo } from 'node:net';
import type { SandboxPlatform } from '../platforms/SandboxPlatform';

/** A backend with the Kratix plugin, signed in as somebody. */
export interface BenchBackend {
  fetch(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/**
 * Starts it on the sandbox, with the catalog or without; resolves once it
 * listens.
 */
export async function startBackend(
  sandbox: SandboxPlatform,
  options: { catalog: boolean },
): Promise<BenchBackend> {
  const backend = await startTestBackend({
    features: [
      kratixPlugin,
      ...(options.catalog ? [catalogPlugin, catalogModuleKratix] : []),
      mockServices.rootConfig.factory({
        data: {
          kratix: sandbox.config(),
          catalog: {
            providers: { kratix: {} },
            processingInterval: { hours: 24 },
            stitchingStrategy: {
              mode: 'deferred',
              pollingInterval: { milliseconds: 200 },
            },
          },
        },
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const authorization = mockCredentials.user.header();
  return {
    fetch: (path, init) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: { authorization, ...init?.headers },
      }),
    stop: () => backend.stop(),
  };
}
