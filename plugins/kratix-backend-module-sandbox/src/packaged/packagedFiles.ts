import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseExactYaml } from '../store';

const root = resolvePackagePath(
  '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox',
);

/** Where a file or folder of this package lies. @internal */
export const packagedPath = (path: string) => resolve(root, path);

const parsed = new Map<string, unknown>();

/**
 * What a YAML file of this package holds; parsed once, so not to be changed.
 *
 * @throws Error where there is no such file
 * @internal
 */
export function packagedDocument(path: string): unknown {
  const known = parsed.get(path);
  if (known) return known;
  const text = readFileSync(packagedPath(path), 'utf8');
  const document = parseExactYaml(text, { merge: true });
  parsed.set(path, document);
  return document;
}
