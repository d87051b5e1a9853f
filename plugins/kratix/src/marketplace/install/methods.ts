import {
  isPublicAddress,
  type InstallMethod,
  type ListingDetail,
  type PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';

const known = [
  'no-version',
  'no-url',
  'edited',
  'not-fetchable',
  'policy',
  'not-public',
] as const;

/** A way to install, or why it is none. @internal */
export interface MethodChoice {
  method: InstallMethod;
  /** Absent where it is possible, as far as is known before a preflight. */
  reason?: (typeof known)[number] | 'other';
}

/** What can be chosen for a listing, best first. Pure. @internal */
export function methodChoices(
  listing: Pick<ListingDetail, 'version' | 'promiseUrl'>,
  facts: { edited: boolean; report?: Pick<PreflightReport, 'methods'> },
): MethodChoice[] {
  return [releaseChoice(listing, facts), { method: 'promise' }];
}

/** As `methodChoices`, for what a plan tells of a requirement. Pure. @internal */
export function plannedChoices(step: { release?: boolean }): MethodChoice[] {
  const method = 'release';
  return [
    step.release ? { method } : { method, reason: 'other' },
    { method: 'promise' },
  ];
}

function releaseChoice(
  listing: Pick<ListingDetail, 'version' | 'promiseUrl'>,
  facts: { edited: boolean; report?: Pick<PreflightReport, 'methods'> },
): MethodChoice {
  const method = 'release';
  if (facts.edited) return { method, reason: 'edited' };
  if (!listing.version) return { method, reason: 'no-version' };
  if (!listing.promiseUrl) return { method, reason: 'no-url' };
  if (!isPublicAddress(listing.promiseUrl)) {
    return { method, reason: 'not-public' };
  }
  const said = facts.report?.methods.find(one => one.method === method);
  if (!said || said.possible) return { method };
  return {
    method,
    reason: known.find(one => one === said.reason) ?? 'other',
  };
}

/** @internal */
export function isPossible(
  method: InstallMethod,
  choices: readonly MethodChoice[],
): boolean {
  return choices.some(one => one.method === method && !one.reason);
}

/** What to ask the first preflight for. Pure. @internal */
export function firstMethod(options: {
  chosen?: InstallMethod;
  choices: readonly MethodChoice[];
  /** A Promise that is there stays with what keeps it. */
  installed: boolean;
}): InstallMethod {
  const { chosen, choices, installed } = options;
  if (chosen && isPossible(chosen, choices)) return chosen;
  if (installed) return 'promise';
  return choices.find(({ reason }) => !reason)?.method ?? 'promise';
}

/**
 * What to ask for instead, where the person left the choice to the preflight: a
 * release only where Kratix is known to fetch it, and for a Promise that a
 * release keeps, where that release can follow. Pure.
 *
 * @internal
 */
export function insteadOf(
  asked: InstallMethod,
  report: Pick<PreflightReport, 'methods' | 'findings'>,
): InstallMethod | undefined {
  const isPossibleHere = (method: InstallMethod) =>
    report.methods.some(one => one.method === method && one.possible);
  const isOpen = (check: 'fetch' | 'release-managed') =>
    report.findings.some(one => one.check === check && one.level !== 'fine');
  if (asked === 'release') {
    return !isPossibleHere('release') || isOpen('fetch')
      ? 'promise'
      : undefined;
  }
  return isOpen('release-managed') && isPossibleHere('release')
    ? 'release'
    : undefined;
}
