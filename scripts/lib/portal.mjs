import { createRequire } from 'node:module';
import { repoPath, repoRoot } from './paths.mjs';
import { tsNodeArgs } from './runTs.mjs';

const endWithParent = ['--require', repoPath('scripts/lib/endWithParent.cjs')];

/**
 * The processes of the portal, for `Children.start`. The backend runs straight
 * from its sources; `yarn dev` is the one that restarts it on changes.
 */
export function portalProcesses(configFiles) {
  const require = createRequire(new URL('package.json', repoRoot));
  const cli = require.resolve('@backstage/cli/bin/backstage-cli');
  const config = configFiles.flatMap(file => ['--config', file]);
  const env = {
    ...process.env,
    // Guests may sign in only where this says so.
    NODE_ENV: process.env.NODE_ENV || 'development',
    // The address is printed when it answers; nothing opens it before that.
    BROWSER: 'none',
  };
  return [
    {
      name: 'backend',
      args: [...endWithParent, ...tsNodeArgs(), 'src/index.ts', ...config],
      cwd: repoPath('packages/backend'),
      env,
    },
    {
      name: 'frontend',
      args: [...endWithParent, cli, 'package', 'start', ...config],
      cwd: repoPath('packages/app'),
      env,
    },
  ];
}
