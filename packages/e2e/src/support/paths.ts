import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Absolute path of something in the repository, found from the folder the
 * process was started in.
 *
 * @internal
 */
export function repoPath(relative = ''): string {
  let folder = process.cwd();
  while (!existsSync(join(folder, 'backstage.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Error('Start the browser tests from within the repository');
    }
    folder = parent;
  }
  return join(folder, relative);
}
