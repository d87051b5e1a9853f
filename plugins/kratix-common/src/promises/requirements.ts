import type { PromiseDescription } from '../api';
import {
  asList,
  asText,
  deletedAt,
  isRecord,
  nameOf,
  objectsIn,
  textAt,
  valueAt,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { labelOf, type KubeObject } from '../kube';
import { revisionVersion } from '../versions';
import { promiseAvailability } from './availability';
import type { PromiseFacts } from './facts';

/** @public */
export type RequirementState = PromiseDescription['requirements'][number];

/**
 * What a Promise needs and whether it is there, looked up anew: the Promise's
 * own word can be a minute old (recording 11). Satisfied is a required Promise
 * that is Available and has a revision of exactly the version asked for.
 *
 * @public
 */
export function requirementStates(facts: PromiseFacts): RequirementState[] {
  const required = asList(valueAt(facts.promise, 'spec', 'requiredPromises'));
  const promises = objectsIn(facts.promises);
  const revisions = objectsIn(facts.requiredRevisions);
  const states: RequirementState[] = [];
  for (const entry of required) {
    const name = isRecord(entry) ? asText(entry.name) : undefined;
    if (!name) continue;
    const version = textAt(entry, 'version');
    states.push({
      name,
      ...(version && { version }),
      state: promises ? stateOf(name, version, promises, revisions) : 'unknown',
    });
  }
  return states;
}

function stateOf(
  name: string,
  version: string | undefined,
  promises: KubeObject[],
  revisions: KubeObject[] | undefined,
): RequirementState['state'] {
  const promise = promises.find(one => nameOf(one) === name);
  if (!promise) return 'not-installed';
  if (version) {
    if (!revisions) return 'unknown';
    const has = revisions.some(
      revision =>
        revisionVersion(revision) === version &&
        (textAt(revision, 'spec', 'promiseRef', 'name') ??
          labelOf(revision, kratixLabels.promiseName)) === name,
    );
    if (!has) return 'other-version';
  }
  // One that is being deleted says Available to the end; it will not be.
  if (deletedAt(promise)) return 'not-available';
  const { state } = promiseAvailability(promise);
  return state === 'available' ? 'installed' : 'not-available';
}
