import {
  exactNumbers,
  isRecord,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { repoPath } from './paths';

/** A Promise, and the file it was made from. @internal */
export interface SharedPromise {
  name: string;
  object: object;
}

/** Where real and hostile APIs lie beside a checkout, if they do. @internal */
export const sharedForms = repoPath('../shared/forms');

/**
 * Each CRD below `folder` as a Promise of its own, for objects in namespaces.
 *
 * @internal
 */
export function promisesFromCrds(folder: string): SharedPromise[] {
  const path = join(sharedForms, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => {
      const document = parseDocument(readFileSync(join(path, file), 'utf8'), {
        intAsBigInt: true,
        merge: true,
        logLevel: 'silent',
      });
      const crd = exactNumbers(document.toJS({ maxAliasCount: 10_000 }));
      const name = file
        .replace('.yaml', '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
      return {
        name,
        object: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Promise',
          metadata: { name },
          spec: { api: namespaced(crd), destinationSelectors: [] },
        },
      };
    });
}

function namespaced(crd: unknown): unknown {
  if (!isRecord(crd) || !isRecord(crd.spec)) return crd;
  const { conversion: _ofAnotherCluster, ...spec } = crd.spec;
  return { ...crd, spec: { ...spec, scope: 'Namespaced' } };
}
