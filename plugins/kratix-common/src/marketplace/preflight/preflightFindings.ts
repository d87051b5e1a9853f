import type { PreflightFinding } from '../../api';
import { answerFindings } from './answerFindings';
import { destinationFindings } from './destinationFindings';
import { documentFinding } from './documentFindings';
import { nameFindings } from './nameFindings';
import { requirementFindings } from './requirementFindings';
import { riskFindings } from './riskFindings';
import type { PreflightInput } from './types';
import { upgradeFindings } from './upgradeFindings';

/**
 * What there is to know before a Promise is installed or upgraded. Pure and
 * total. What could not be read is a warning: neither fine nor in the way.
 *
 * @public
 */
export function preflightFindings(input: PreflightInput): PreflightFinding[] {
  const findings = [
    documentFinding(input),
    ...nameFindings(input),
    ...requirementFindings(input),
    ...destinationFindings(input),
    ...riskFindings(input),
    ...upgradeFindings(input),
    ...answerFindings(input),
  ];
  // A Promise may name a requirement twice; ids are what people acknowledge.
  const seen = new Set<string>();
  return findings.filter(({ id }) => !seen.has(id) && seen.add(id));
}
