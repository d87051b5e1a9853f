import type { PreflightFinding } from '../../api';
import { documentProblems } from './documentProblems';
import { findingOf } from './finding';
import type { PreflightInput } from './types';

/** Is it a Promise that Kratix takes? @internal */
export function documentFinding({
  promise,
  listing,
}: PreflightInput): PreflightFinding {
  const problems = documentProblems(promise, listing.name);
  return problems.length > 0
    ? findingOf('document', 'blocker', {
        params: { reason: problems[0] },
        details: problems,
      })
    : findingOf('document', 'fine');
}
