import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repoPath } from './paths';
import { type NamedPlatform, platformsConfig } from './platforms';
import { writePortalConfig, type PlatformsConfig } from './portalConfig';
import { freePort } from './ports';

const startMs = 120_000;
const stopMs = 10_000;

/** A running portal of its own, with an empty database. @internal */
export interface Portal {
  /** Where the app and the backend answer. */
  url: string;
  /** The end of what the backend has logged so far. */
  log(): string;
  stop(): Promise<void>;
}

/** A portal on platforms in the hands of the test. @internal */
export function startPortal(
  platforms: Record<string, NamedPlatform>,
): Promise<Portal> {
  return startPortalOn(folder => platformsConfig(platforms, folder));
}

/**
 * Starts the backend, which serves the built app too, and waits until all of
 * its plugins are ready. The app has to be built before.
 *
 * @param platformsIn - may write what the platforms need into the folder
 * @param options - with an idle catalog nobody has a team
 * @internal
 */
export async function startPortalOn(
  platformsIn: (folder: string) => PlatformsConfig,
  { idleCatalog = false } = {},
): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), 'kratix-portal-e2e-'));
  const port = await freePort();
  // By name, as a browser sends cookies and origins for this name.
  const url = `http://localhost:${port}`;
  const config = writePortalConfig({
    folder,
    url,
    port,
    platforms: platformsIn(folder),
    idleCatalog,
  });
  const logFile = join(folder, 'backend.log');
  const log = () => readFileSync(logFile, 'utf8').slice(-8000);
  const child = spawnBackend(config, logFile);
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, child, !idleCatalog);
  } catch (error) {
    console.error(log());
    await stop();
    throw error;
  }
  return { url, log, stop };
}

function spawnBackend(config: string, logFile: string): ChildProcess {
  const require = createRequire(repoPath('package.json'));
  const output = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      '--config',
      config,
    ],
    {
      cwd: repoPath('packages/backend'),
      stdio: ['ignore', output, output],
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
    },
  );
  closeSync(output);
  return child;
}

async function ready(
  url: string,
  child: ChildProcess,
  withTeams: boolean,
): Promise<void> {
  const giveUp = AbortSignal.timeout(startMs);
  const isReady = async () =>
    (await isUp(url)) && (!withTeams || (await knowsGuest(url)));
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null) {
      throw new Error(
        `The backend ended with ${child.exitCode} while starting`,
      );
    }
    giveUp.throwIfAborted();
    await sleep(250);
  }
}

async function isUp(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
  return answer.ok;
}

// Whoever signs in before the catalog knows them has no team while their token
// lives.
async function knowsGuest(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  return (await answer.text()).includes('group:default/payments');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), stopMs);
  await closed;
  clearTimeout(insist);
}
