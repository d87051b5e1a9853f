import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import {
  createSandbox,
  type SandboxOptions,
} from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { startPlatformPortal } from './platformPortal';

/**
 * The portal's backend over a sandbox that the test holds in its hands.
 *
 * @param marketplace - `kratix.marketplace`
 */
export async function startSandboxPortal(
  options: SandboxOptions,
  marketplace?: JsonObject,
) {
  const folder = await mkdtemp(join(tmpdir(), 'kratix-portal-'));
  const sandbox = await createSandbox(options);
  const path = join(folder, 'kubeconfig');
  await writeFile(path, sandbox.portalKubeconfig, { mode: 0o600 });
  const { client } = await startPlatformPortal(
    { kubeconfig: { path } },
    marketplace,
  );
  return {
    client,
    sandbox,
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
}
