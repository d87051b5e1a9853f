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

/** `kratix.platforms` for them, their kubeconfigs being written to `folder`. @internal */
export function platformsConfig(
  { euDev, usDev }: TestPlatforms,
  folder: string,
): PlatformsConfig {
  const entry = (title: string, id: string, sandbox: Sandbox) => {
    const path = join(folder, `${id}.kubeconfig`);
    writeFileSync(path, sandbox.portalKubeconfig, { mode: 0o600 });
    return {
      title,
      owner: 'group:default/platform-team',
      kubeconfig: { path },
    };
  };
  return {
    'eu-dev': entry('EU development', 'eu-dev', euDev),
    'us-dev': entry('US development', 'us-dev', usDev),
  };
}

/** @internal */
export async function stopPlatforms(platforms: TestPlatforms): Promise<void> {
  await Promise.all([platforms.euDev.close(), platforms.usDev.close()]);
}
