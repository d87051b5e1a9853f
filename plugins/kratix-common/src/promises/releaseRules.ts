import type { Cause, CauseId } from '../api';
import { causeOf } from '../causes';
import { conditionFact } from '../evidence';
import {
  conditionIs,
  conditionOf,
  isKubeObject,
  nameOf,
  quotable,
  textAt,
  type KubeObject,
} from '../kube';
import { promiseVersion } from '../versions';
import type { PromiseSituation } from './situation';

const ids = new Map<string | undefined, CauseId>([
  ['FailedToFetchPromise', 'release-fetch'],
  ['FailedToCreateOrUpdatePromise', 'release-fetch'],
  ['VersionLabelNotFound', 'release-label'],
  ['VersionNotMatching', 'release-mismatch'],
]);

/**
 * What its PromiseRelease could not install. The Promise itself stays as it was
 * meanwhile, so this is never the headline.
 *
 * @internal
 */
export function releaseCauses({ facts, promise }: PromiseSituation): Cause[] {
  const release = isKubeObject(facts.release) ? facts.release : undefined;
  return releaseTrouble(release, {
    name: nameOf(promise),
    version: promiseVersion(promise),
  });
}

/**
 * The same of a release alone, as long as there is no Promise.
 *
 * @param promise - `version`: what is installed, if anything is
 * @public
 */
export function releaseTrouble(
  release: KubeObject | undefined,
  promise: { name: string; version?: string },
): Cause[] {
  const condition = conditionOf(release, 'Installed');
  if (!release || !condition || !conditionIs(condition, 'False')) return [];
  return [
    causeOf({
      id: ids.get(condition.reason) ?? 'release-fetch',
      params: {
        promise: promise.name,
        // Without a user name or token that somebody may have put into it.
        url: quotable(textAt(release, 'spec', 'sourceRef', 'url')),
        found: foundVersion(condition.message) ?? promise.version,
        wanted: textAt(release, 'spec', 'version'),
      },
      responsible: 'platform-team',
      since: condition.lastTransitionTime,
      platformSays: quotable(condition.message),
      evidence: [conditionFact(release, condition)],
    }),
  ];
}

/** `…, found: v2.0.0, expected: v3.0.0` */
function foundVersion(message: string | undefined): string | undefined {
  return /found: ([^,\s]+)/.exec(message ?? '')?.[1];
}
