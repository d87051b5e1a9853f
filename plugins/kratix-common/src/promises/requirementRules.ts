import type { Cause } from '../api';
import { causeOf } from '../causes';
import { fact } from '../evidence';
import { nameOf } from '../kube';
import type { PromiseSituation } from './situation';

/** A required Promise is not there as asked for. @internal */
export function missingRequirement(situation: PromiseSituation): Cause[] {
  const causes: Cause[] = [];
  for (const { name, version, state } of situation.requirements) {
    if (state === 'installed' || state === 'unknown') continue;
    causes.push(
      causeOf({
        id: 'requirement',
        params: {
          promise: nameOf(situation.promise),
          requirement: name,
          version,
          state,
        },
        responsible: 'platform-team',
        evidence: [
          fact(
            situation.promise,
            `spec.requiredPromises[${name}].version`,
            version ?? 'any',
          ),
        ],
      }),
    );
  }
  return causes;
}
