import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where node-gyp finds the headers that better-sqlite3 is compiled against, so
 * that it compiles without a download and against the very Node that runs it.
 *
 * A folder named in npm's configuration is taken where its headers are of the
 * running Node's major version: one that was written down for another Node
 * gives a module that "did not self-register". Otherwise the folder of the
 * running Node itself is; undefined where that has no headers.
 */
export function nodeHeadersPrefix({
  given = process.env.npm_config_nodedir,
  execPath = realpathSync(process.execPath),
  version = process.versions.node,
  read = readHeader,
} = {}) {
  if (given && majorOf(read(given)) === version.split('.')[0]) {
    return given;
  }
  const prefix = dirname(dirname(execPath));
  return read(prefix) === undefined ? undefined : prefix;
}

function readHeader(prefix) {
  const path = join(prefix, 'include', 'node', 'node_version.h');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function majorOf(header = '') {
  return /#define NODE_MAJOR_VERSION (\d+)/.exec(header)?.[1];
}
