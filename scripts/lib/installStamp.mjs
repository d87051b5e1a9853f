import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoPath } from './paths.mjs';

// Inside node_modules, so that who deletes that folder deletes the stamp too.
const stampFile = repoPath('node_modules/.portal-install');

/**
 * Pure: what an installation depends on, as one hash. `files` are
 * `[name, content]`; native modules are bound to Node's ABI and the machine.
 */
export function stampOf(
  files,
  { abi, platform, arch } = {
    abi: process.versions.modules,
    platform: process.platform,
    arch: process.arch,
  },
) {
  const hash = createHash('sha256');
  hash.update([abi, platform, arch].join(' '));
  for (const [name, content] of files) {
    hash.update(`\0${name}\0${content}`);
  }
  return hash.digest('hex');
}

/** The stamp of the files as they are now. */
export function currentStamp() {
  const workspaces = ['packages', 'plugins'].flatMap(group =>
    readdirSync(repoPath(group))
      .sort()
      .map(name => join(group, name, 'package.json')),
  );
  const names = ['yarn.lock', '.yarnrc.yml', 'package.json', ...workspaces];
  return stampOf(
    names
      .filter(name => existsSync(repoPath(name)))
      .map(name => [name, readFileSync(repoPath(name), 'utf8')]),
  );
}

/** Were the dependencies installed for exactly this state? */
export function isInstalled(file = stampFile) {
  return existsSync(file) && readFileSync(file, 'utf8') === currentStamp();
}

/** Remembers that they are. */
export function markInstalled(file = stampFile) {
  writeFileSync(file, currentStamp());
}
