import { InputError } from '@backstage/errors';
import {
  findingSentence,
  type PreflightFinding,
  type PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** So many lines of one finding are told. */
const told = 5;

/**
 * What a preflight found that is not fine, for a log: one finding a paragraph.
 *
 * @internal
 */
export function findingLines(findings: readonly PreflightFinding[]): string[] {
  const fine = findings.filter(({ level }) => level === 'fine').length;
  return [
    ...findings.filter(({ level }) => level !== 'fine').map(findingText),
    `${fine} of ${findings.length} checks are fine`,
  ];
}

function findingText(finding: PreflightFinding): string {
  const { id, level, details } = finding;
  const more = details.length - told;
  return [
    `${level} ${id}: ${findingSentence(finding)}`,
    ...details.slice(0, told),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n    ');
}

/**
 * The warnings that the step knows of, by which it may go on.
 *
 * @param acknowledge - ids of findings, or a check's name for all of that check
 * @param planned - Promises that this very step installs: that they are missing
 *   needs no acknowledging
 * @throws InputError with what is in the way, or not acknowledged
 * @internal
 */
export function acknowledgedWarnings(
  report: Pick<PreflightReport, 'findings'>,
  options: {
    what: string;
    acknowledge: readonly string[];
    planned: readonly string[];
  },
): string[] {
  const { what, acknowledge, planned } = options;
  const { findings } = report;
  const blockers = findings.filter(({ level }) => level === 'blocker');
  if (blockers.length > 0) {
    throw new InputError(
      [`${what} can't be installed`, ...blockers.map(findingText)].join('\n  '),
    );
  }
  const warnings = findings.filter(({ level }) => level === 'warning');
  const unknown = warnings.filter(
    ({ id, check, params }) =>
      !acknowledge.includes(id) &&
      !acknowledge.includes(check) &&
      !(check === 'requirement' && planned.includes(String(params.required))),
  );
  if (unknown.length > 0) {
    throw new InputError(
      [
        `${what} has warnings that the step does not acknowledge`,
        ...unknown.map(findingText),
      ].join('\n  '),
    );
  }
  return warnings.map(({ id }) => id);
}
