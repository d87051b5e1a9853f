import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { repoPath, repoRoot } from './paths.mjs';
import { runPart } from './runPart.mjs';
import { tsNodeArgs } from './runTs.mjs';
import { tallyOfExit, tallyOfJest, tallyOfTap, verdict } from './tally.mjs';

const minutes = 60_000;
const results = repoPath('.cache/test');

/**
 * What `npm test` consists of, in order. `run` resolves to
 * `{ passed, failed, skipped? }`.
 */
export const testParts = [
  { name: 'types', title: 'Type check', run: checkTypes },
  { name: 'lint', title: 'Lint', run: lint },
  { name: 'scripts', title: 'Tests of the commands', run: testScripts },
  { name: 'unit', title: 'Unit and integration tests', run: testPackages },
  { name: 'browser', title: 'Browser tests', run: testInBrowser },
];

async function checkTypes() {
  const tsc = resolve('typescript/bin/tsc');
  return tallyOfExit(await runPart([tsc], { timeoutMs: 15 * minutes }));
}

async function lint() {
  const args = [cli(), 'repo', 'lint', '--max-warnings', '0'];
  return tallyOfExit(await runPart(args, { timeoutMs: 15 * minutes }));
}

async function testScripts() {
  const files = readdirSync(repoPath('scripts'), { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => join('scripts', name));
  return runNodeTests(['--test'], files, {
    name: 'scripts',
    timeoutMs: 5 * minutes,
  });
}

async function testPackages() {
  const file = freshResult('jest.json');
  const code = await runPart(
    [
      repoPath('scripts/lib/withPostgres.mjs'),
      cli(),
      'repo',
      'test',
      '--watchAll=false',
      '--json',
      `--outputFile=${file}`,
    ],
    {
      timeoutMs: 25 * minutes,
      // Jest writes snapshots that are missing unless it knows that it is not
      // a person who watches.
      env: { CI: 'true' },
    },
  );
  return verdict(
    code,
    existsSync(file)
      ? tallyOfJest(JSON.parse(readFileSync(file, 'utf8')))
      : undefined,
  );
}

async function testInBrowser() {
  const built = await runPart([cli(), 'package', 'build'], {
    cwd: repoPath('packages/app'),
    timeoutMs: 10 * minutes,
  });
  if (built !== 0) {
    return tallyOfExit(built);
  }
  return runNodeTests(tsNodeArgs(), ['src/index.ts'], {
    name: 'browser',
    cwd: repoPath('packages/e2e'),
    timeoutMs: 15 * minutes,
  });
}

async function runNodeTests(nodeArgs, files, { name, timeoutMs, cwd }) {
  const file = freshResult(`${name}.tap`);
  const code = await runPart(
    [
      ...nodeArgs,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${file}`,
      ...files,
    ],
    { timeoutMs, cwd },
  );
  return verdict(code, tapTally(file));
}

// A run that was killed leaves a file without its summary: the exit code then
// says what there is to say.
function tapTally(file) {
  try {
    return tallyOfTap(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function freshResult(name) {
  mkdirSync(results, { recursive: true });
  const file = join(results, name);
  rmSync(file, { force: true });
  return file;
}

function cli() {
  return resolve('@backstage/cli/bin/backstage-cli');
}

function resolve(module) {
  return createRequire(new URL('package.json', repoRoot)).resolve(module);
}
