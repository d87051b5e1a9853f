import type { PromiseChanges } from '../../api';
import { bareObject } from './bareObject';
import { compareApis } from './compareApis';
import { comparePipelines } from './comparePipelines';
import {
  compareDependencies,
  compareRequirements,
  compareSelectors,
  compareSettings,
} from './compareSettings';
import { promiseManifest } from './promiseManifest';

/**
 * What differs between a Promise and another version of it, in the order in
 * which people ask: the API, what runs and what it may do, where results go,
 * what is needed, everything else. Pure and total.
 *
 * @public
 */
export function comparePromises(
  before: unknown,
  after: unknown,
): PromiseChanges {
  const was = bareObject(before);
  const is = bareObject(after);
  return {
    api: compareApis(was, is),
    other: [
      ...comparePipelines(was, is),
      ...compareSelectors(was, is),
      ...compareRequirements(was, is),
      ...compareDependencies(was, is),
      ...compareSettings(was, is),
    ],
    before: promiseManifest(before),
    after: promiseManifest(after),
  };
}
