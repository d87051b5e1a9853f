import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createSandbox,
  type Sandbox,
} from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { PlatformsConfig } from './portalConfig';

/** The two platforms of the journeys, in the hands of the tests. @internal */
export interface TestPlatforms {
  euDev: Sandbox;
  usDev: Sandbox;
}

/**
 * Starts the platforms outside of the portal, so that journeys can break one,
 * apply to it as with kubectl, and look at what is really there.
 *
 * @internal
 */
export async function startPlatforms(): Promise<TestPlatforms> {
  const [euDev, usDev] = await Promise.all([
    createSandbox({ name: 'eu-dev', scenario: 'busy', speed: 2 }),
    createSandbox({ name: 'us-dev', scenario: 'broken' }),
  ]);
  return { euDev, usDev };
}

/** The platforms of the journeys as people know them. @internal */
export function namedPlatforms({
  euDev,
  usDev,
}: TestPlatforms): Record<string, NamedPlatform> {
  return {
    'eu-dev': { title: 'EU development', sandbox: euDev },
    'us-dev': { title: 'US development', sandbox: usDev },
  };
}

/** @internal */
export interface NamedPlatform {
  title: string;
  sandbox: Sandbox;
}

/** `kratix.platforms` for them, their kubeconfigs being written to `folder`. @internal */
export function platformsConfig(
  platforms: Record<string, NamedPlatform>,
  folder: string,
): PlatformsConfig {
  return Object.fromEntries(
    Object.entries(platforms).map(([id, { title, sandbox }]) => {
      const path = join(folder, `${id}.kubeconfig`);
      writeFileSync(path, sandbox.portalKubeconfig, { mode: 0o600 });
      const owner = 'group:default/platform-team';
      return [id, { title, owner, kubeconfig: { path } }];
    }),
  );
}

/** @internal */
export async function stopPlatforms(platforms: TestPlatforms): Promise<void> {
  await Promise.all([platforms.euDev.close(), platforms.usDev.close()]);
}
