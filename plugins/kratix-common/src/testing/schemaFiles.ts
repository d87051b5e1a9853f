import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';
import { exactNumbers, isRecord, valueAt } from '../kube';

/** One version of an API in a file. @public */
export interface SchemaCase {
  /** As `odd-keys v1`. */
  name: string;
  /** Name of the file without its ending; of a `promise.yaml` its folder's. */
  file: string;
  version: string;
  /** Its `openAPIV3Schema`, if it has one; numbers are exact. */
  schema: unknown;
  /** The whole definition. */
  crd: Record<string, unknown>;
}

/** Schemas written for this project, each for one trap; in this package. */
const ownFolder = resolve(__dirname, '../../src/testing/schemas');

/** Promises that the sandbox comes with. */
const seedFolder = resolve(
  __dirname,
  '../../../kratix-backend-module-sandbox/marketplace',
);

/** A folder beside the checkout, which not everybody has. */
const sharedFolder = resolve(__dirname, '../../../../../shared');

/** @public */
export function handmadeSchemas(): SchemaCase[] {
  return schemasBelow(ownFolder);
}

/** @public */
export function seedSchemas(): SchemaCase[] {
  return schemasBelow(seedFolder);
}

/**
 * Real CRDs and the Promises of Kratix' marketplace, where they lie beside the
 * checkout; none otherwise.
 *
 * @public
 */
export function sharedSchemas(): SchemaCase[] {
  return ['forms/crds', 'kratix/crds', 'kratix/marketplace']
    .map(folder => join(sharedFolder, folder))
    .filter(existsSync)
    .flatMap(schemasBelow);
}

function schemasBelow(folder: string): SchemaCase[] {
  return readdirSync(folder, { recursive: true })
    .map(file => join(folder, String(file)))
    .filter(path => /\.yaml(\.gz)?$/.test(path))
    .sort()
    .flatMap(schemasIn);
}

/** All versions of all CRDs in a file, those inside of Promises included. @public */
export function schemasIn(path: string): SchemaCase[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const named = basename(path).replace(/\.yaml(\.gz)?$/, '');
  // In a marketplace it is the folder that tells them apart.
  const file = named === 'promise' ? basename(dirname(path)) : named;
  return parseAllDocuments(text, { merge: true, intAsBigInt: true }).flatMap(
    document => {
      const given = exactNumbers(document.toJS({ maxAliasCount: 10_000 }));
      const isPromise = isRecord(given) && given.kind === 'Promise';
      const crd = isPromise ? valueAt(given, 'spec', 'api') : given;
      const versions = valueAt(crd, 'spec', 'versions');
      if (!isRecord(crd) || !Array.isArray(versions)) return [];
      return versions.map(one => {
        const version = String(valueAt(one, 'name'));
        const schema = valueAt(one, 'schema', 'openAPIV3Schema');
        return { name: `${file} ${version}`, file, version, schema, crd };
      });
    },
  );
}
