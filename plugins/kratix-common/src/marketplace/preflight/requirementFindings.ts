import type { PreflightFinding } from '../../api';
import type { KubeObject } from '../../kube';
import { requirementStates, type RequirementState } from '../../promises';
import { findingOf } from './finding';
import type { PreflightInput, PreflightPlatform } from './types';

/**
 * What a Promise requires and how that is on the platform; `unknown` where it
 * can't be read.
 *
 * @internal
 */
export function requirementsOn(
  platform: PreflightPlatform,
  promise: KubeObject,
): RequirementState[] {
  const { promises, revisions } = platform;
  return requirementStates({
    promise,
    promises: promises && [...promises],
    requiredRevisions: revisions && [...revisions],
  });
}

/**
 * One finding a requirement. Never a blocker: Kratix takes the Promise and
 * waits, for ever where nothing comes.
 *
 * @internal
 */
export function requirementFindings(input: PreflightInput): PreflightFinding[] {
  return requirementsOn(input.platform, input.promise).map(
    ({ name, version, state }) => {
      const isMissing = state === 'not-installed' || state === 'other-version';
      const offered = isMissing ? input.offered(name, version) : undefined;
      return findingOf(
        'requirement',
        state === 'installed' ? 'fine' : 'warning',
        {
          subject: version ? `${name}@${version}` : name,
          params: {
            required: name,
            version,
            state,
            ...(isMissing && { offered: offered ?? '' }),
          },
        },
      );
    },
  );
}
