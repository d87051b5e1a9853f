import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseRecording, type Recording } from './recording';

/** Recordings that lie in this package, gzipped; the same way from `dist`. */
const ownFolder = resolve(__dirname, '../../src/testing/recordings');

/** A folder beside the checkout, which not everybody has. */
const sharedFolder = resolve(
  __dirname,
  '../../../../../shared/kratix/recordings',
);

const extension = /\.ndjson(\.gz)?$/;

/**
 * Names of all recordings at hand, as `03-request-fails`: this package's own,
 * and those beside the checkout where there are any.
 *
 * @public
 */
export function recordingNames(): string[] {
  const files = [ownFolder, sharedFolder]
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder));
  const names = files
    .filter(file => extension.test(file))
    .map(file => file.replace(extension, ''));
  return [...new Set(names)].sort();
}

/**
 * Where a recording lies; `undefined` where it is not at hand.
 *
 * @public
 */
export function recordingPath(name: string): string | undefined {
  return [ownFolder, sharedFolder]
    .flatMap(folder => [
      join(folder, `${name}.ndjson.gz`),
      join(folder, `${name}.ndjson`),
    ])
    .find(path => existsSync(path));
}

/**
 * Reads a recording by name or from a file, gzipped or not.
 *
 * @throws Error where there is none
 * @public
 */
export function readRecording(nameOrPath: string): Recording {
  const path = extension.test(nameOrPath)
    ? nameOrPath
    : recordingPath(nameOrPath);
  if (!path) throw new Error(`There is no recording '${nameOrPath}' here`);
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return parseRecording(text.toString('utf8'));
}
