import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installProblem } from './installProblem.mjs';
import { runNpm } from './npm.mjs';
import { repoPath } from './paths.mjs';
import { Problem } from './problem.mjs';

/** Pure: `4.1.2` of a package.json whose packageManager is `yarn@4.1.2+sha…`. */
export function pinnedYarnVersion(packageJson) {
  const [, version] =
    /^yarn@(\d+\.\d+\.\d+)/.exec(packageJson.packageManager ?? '') ?? [];
  if (!version) {
    throw new Error('package.json does not pin Yarn in packageManager');
  }
  return version;
}

/**
 * Path of the pinned Yarn's script, fetched into .cache by npm where it is not
 * there yet: no global installation, no corepack, nothing committed.
 *
 * @throws Problem when npm cannot fetch it
 */
export function ensureYarn() {
  const version = pinnedYarnVersion(
    JSON.parse(readFileSync(repoPath('package.json'), 'utf8')),
  );
  const home = repoPath(`.cache/yarn-${version}`);
  const script = join(home, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
  if (existsSync(script)) {
    return script;
  }
  console.log(`Fetching Yarn ${version} …`);
  mkdirSync(home, { recursive: true });
  const { status, output } = runNpm(
    [
      'install',
      '--prefix',
      home,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--workspaces=false',
      // By default npm tries for more than a minute without a word.
      '--fetch-retries=1',
      '--fetch-retry-mintimeout=2000',
      `@yarnpkg/cli-dist@${version}`,
    ],
    { cwd: home },
  );
  if (status !== 0 || !existsSync(script)) {
    // A half-written folder would look like an installation next time.
    rmSync(home, { recursive: true, force: true });
    throw new Problem(
      status === null
        ? 'npm was not found beside Node: install Node together with npm and run the command again.'
        : installProblem(output),
    );
  }
  return script;
}
