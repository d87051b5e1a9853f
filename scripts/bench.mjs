import { createRequire } from 'node:module';
import { ensureInstalled } from './lib/install.mjs';
import { repoPath, repoRoot } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { runPart } from './lib/runPart.mjs';
import { runTs } from './lib/runTs.mjs';

const tenMinutes = 600_000;

await runMain(async args => {
  await ensureInstalled();
  return args[0] === 'forms-browser'
    ? measureTyping(args.slice(1))
    : runTs('packages/bench/src/index.ts', args);
});

/** In a browser, on the app as it is deployed; `--built` where it is built. */
async function measureTyping(args) {
  if (!args.includes('--built')) {
    const require = createRequire(new URL('package.json', repoRoot));
    const cli = require.resolve('@backstage/cli/bin/backstage-cli');
    const code = await runPart([cli, 'package', 'build'], {
      cwd: repoPath('packages/app'),
      timeoutMs: tenMinutes,
    });
    if (code !== 0) return code;
  }
  return runTs('packages/e2e/src/forms/measureTyping.ts', [], {
    cwd: repoPath('packages/e2e'),
  });
}
