import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import {
  conditionIs,
  conditionOf,
  nameOf,
  objectsIn,
  quotable,
  valueAt,
} from '../kube';
import { apiOfPromise } from './apiOfPromise';
import type { PromiseSituation } from './situation';

/** Names of other Promises that declare the same CRD. @internal */
export function clashesOf({ api, facts, promise }: PromiseSituation): string[] {
  if (!('api' in api)) return [];
  const clashes: string[] = [];
  for (const other of objectsIn(facts.promises) ?? []) {
    if (nameOf(other) === nameOf(promise)) continue;
    const theirs = apiOfPromise(other);
    if ('api' in theirs && theirs.api.crd === api.api.crd) {
      clashes.push(nameOf(other));
    }
  }
  return clashes.sort();
}

/** Two Promises, one API: deleting either deletes every request. @internal */
export function apiConflict(situation: PromiseSituation): Cause[] {
  const { api, promise } = situation;
  if (!('api' in api)) return [];
  const { crd } = api.api;
  return clashesOf(situation).map(other =>
    causeOf({
      id: 'api-conflict',
      params: { a: nameOf(promise), b: other, crd },
      responsible: 'platform-team',
      evidence: [fact(promise, 'spec.api.metadata.name', crd)],
    }),
  );
}

/** The API is none, or the API server does not take it. @internal */
export function apiInvalid(situation: PromiseSituation): Cause[] {
  const { api, promise, crd } = situation;
  if (!('api' in api)) {
    if (api.reason === 'none') return [];
    return [
      causeOf({
        id: 'api-invalid',
        params: {
          promise: nameOf(promise),
          reason: api.reason,
          detail: api.detail,
        },
        responsible: 'promise-author',
        evidence: [
          fact(
            promise,
            'spec.api.kind',
            valueAt(promise, 'spec', 'api', 'kind'),
          ),
        ],
      }),
    ];
  }
  for (const [type, status] of [
    ['NamesAccepted', 'False'],
    ['NonStructuralSchema', 'True'],
    ['Established', 'False'],
  ] as const) {
    const condition = conditionOf(crd, type);
    if (!crd || !condition || !conditionIs(condition, status)) continue;
    // Every new CRD says so for some milliseconds.
    if (condition.reason === 'Installing') continue;
    return [
      causeOf({
        id: 'api-invalid',
        params: { promise: nameOf(promise), reason: condition.reason ?? type },
        responsible: 'promise-author',
        since: condition.lastTransitionTime,
        platformSays: quotable(condition.message),
        evidence: [conditionFact(crd, condition)],
      }),
    ];
  }
  return [];
}
