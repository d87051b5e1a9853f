import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact, fact } from '../evidence';
import { nameOf, quotable, textAt } from '../kube';
import { revisionVersion } from '../versions';
import type { Situation } from './situation';

/** What there is to say about a request's version. @internal */
export function versionCauses(situation: Situation): Cause[] {
  const { version, facts, request } = situation;
  const { promise, binding } = facts;
  const base = {
    promise: nameOf(promise) || undefined,
    version: version.applied,
    wanted: version.target,
  };
  const upgradeFacts =
    binding && version.upgrade ? [conditionFact(binding, version.upgrade)] : [];
  switch (version.state) {
    case 'version-missing':
      return [
        causeOf({
          id: 'version-missing',
          params: {
            ...base,
            choices: (facts.revisions ?? [])
              .map(revisionVersion)
              .filter(Boolean)
              .join(', '),
          },
          responsible: 'you',
          evidence: [fact(binding, 'spec.version', version.wanted)],
        }),
      ];
    case 'upgrade-failed':
      return [
        causeOf({
          id: 'upgrade-failed',
          params: {
            ...base,
            failed: textAt(binding, 'status', 'failedVersion'),
          },
          responsible: 'promise-author',
          since: version.upgrade?.lastTransitionTime,
          platformSays: quotable(version.upgrade?.message),
          evidence: upgradeFacts,
        }),
      ];
    case 'upgrading':
      return [
        causeOf({
          id: 'upgrading',
          params: base,
          responsible: 'nobody',
          since: version.upgrade?.lastTransitionTime,
          evidence: upgradeFacts,
        }),
      ];
    case 'outdated':
      return [
        causeOf({
          id: 'outdated',
          params: {
            ...base,
            latest: version.latest,
            pinned: version.pinned ? 'yes' : 'no',
          },
          responsible: 'you',
          evidence: [fact(request, 'status.promiseVersion', version.applied)],
        }),
      ];
    default:
      return [];
  }
}
