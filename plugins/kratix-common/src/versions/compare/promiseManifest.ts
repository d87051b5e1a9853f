import { stringify } from 'yaml';
import { bareObject } from './bareObject';
import { maskSecrets } from './maskSecrets';

/**
 * YAML of a Promise to compare with another: without status and what clusters
 * add, keys in a stable order. Values of Secrets and of variables that look
 * secret are masked, so it can't be applied.
 *
 * @public
 */
export function promiseManifest(promise: unknown): string {
  return stringify(maskSecrets(bareObject(promise)), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
  });
}
