import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { repoPath } from './paths';

/**
 * Builds the app as it is now, for a backend to serve; what the build says goes
 * to standard error.
 *
 * @throws Error where it does not build
 * @internal
 */
export async function buildApp(): Promise<void> {
  const require = createRequire(repoPath('package.json'));
  const child = spawn(
    process.execPath,
    [require.resolve('@backstage/cli/bin/backstage-cli'), 'package', 'build'],
    { cwd: repoPath('packages/app'), stdio: ['ignore', 2, 2] },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`Building the app ended with ${code}`);
}
