import type {
  InstallMethod,
  ListingDetail,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A way to install, or why it is none. @internal */
export interface MethodChoice {
  method: InstallMethod;
  /** Absent where it is possible, as far as is known before a preflight. */
  reason?: 'no-version' | 'no-url' | 'edited' | 'not-fetchable' | 'other';
}

const known = ['no-version', 'no-url', 'edited', 'not-fetchable'] as const;

/** What can be chosen for a listing, best first. Pure. @internal */
export function methodChoices(
  listing: Pick<ListingDetail, 'version' | 'promiseUrl'>,
  facts: { edited: boolean; report?: Pick<PreflightReport, 'methods'> },
): MethodChoice[] {
  return [releaseChoice(listing, facts), { method: 'promise' }];
}

function releaseChoice(
  listing: Pick<ListingDetail, 'version' | 'promiseUrl'>,
  facts: { edited: boolean; report?: Pick<PreflightReport, 'methods'> },
): MethodChoice {
  const method = 'release';
  if (facts.edited) return { method, reason: 'edited' };
  if (!listing.version) return { method, reason: 'no-version' };
  if (!listing.promiseUrl) return { method, reason: 'no-url' };
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
 * What to ask for instead, where the platform says that the method can't be
 * and the person left the choice to it. Pure.
 *
 * @internal
 */
export function insteadOf(
  asked: InstallMethod,
  report: Pick<PreflightReport, 'methods'>,
): InstallMethod | undefined {
  const said = report.methods.find(({ method }) => method === asked);
  if (!said || said.possible) return undefined;
  return report.methods.find(({ possible }) => possible)?.method;
}
