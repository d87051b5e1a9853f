import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repoPath } from './paths';

/** `kratix.platforms` of app-config, as one test run wants it. @internal */
export type PlatformsConfig = Record<string, Record<string, unknown>>;

/**
 * Writes the configuration of a portal that serves its built app itself, with
 * its database in `folder`. It is the project's own app-config.yaml but for
 * addresses, database and platforms; returns the file.
 *
 * @internal
 */
export function writePortalConfig(options: {
  folder: string;
  url: string;
  port: number;
  platforms: PlatformsConfig;
  /** The catalog takes nothing over, however much there is. */
  idleCatalog?: boolean;
}): string {
  const { folder, url, port, platforms, idleCatalog } = options;
  const config = parse(readFileSync(repoPath('app-config.yaml'), 'utf8'));
  config.app.baseUrl = url;
  Object.assign(config.backend, {
    baseUrl: url,
    listen: { port, host: '127.0.0.1' },
    cors: { origin: url },
    database: {
      client: 'better-sqlite3',
      connection: { directory: join(folder, 'database') },
    },
  });
  config.kratix.platforms = platforms;
  if (idleCatalog) config.catalog.processingInterval = false;
  const file = join(folder, 'app-config.yaml');
  writeFileSync(file, JSON.stringify(config, undefined, 2));
  return file;
}
