import { ensureInstalled } from './install.mjs';
import { runMain } from './problem.mjs';
import { runTs } from './runTs.mjs';

/** A command of this repository that is a TypeScript file: installs, then runs it. */
export function runEntry(entry) {
  return runMain(async args => {
    await ensureInstalled();
    return runTs(entry, args);
  });
}
