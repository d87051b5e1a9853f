import { fileURLToPath } from 'node:url';

/** The repository's root, as a URL ending in a slash. */
export const repoRoot = new URL('../../', import.meta.url);

/** Absolute path of something in the repository. */
export function repoPath(relative = '') {
  return fileURLToPath(new URL(relative, repoRoot));
}
