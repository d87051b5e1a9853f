import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The prefix of a Node that has its own headers beside it, for node-gyp: with
 * them better-sqlite3 compiles without a download and against the very Node
 * that runs it. Undefined where there are none.
 */
export function nodeHeadersPrefix({
  execPath = realpathSync(process.execPath),
  exists = existsSync,
} = {}) {
  const prefix = dirname(dirname(execPath));
  return exists(join(prefix, 'include', 'node', 'node_version.h'))
    ? prefix
    : undefined;
}
