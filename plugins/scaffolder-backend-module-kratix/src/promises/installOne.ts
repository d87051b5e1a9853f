import { InputError } from '@backstage/errors';
import type {
  InstallMethod,
  KratixApi,
  KratixWriteOptions,
  ListingRef,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { statusOf } from '../platforms/refusal';
import { acknowledgedWarnings, findingLines } from './preflightGate';

/** What all installs of one step have in common. @internal */
export interface InstallRun {
  api: Pick<KratixApi, 'preflight' | 'installPromise' | 'upgradePromise'>;
  call: () => Promise<KratixWriteOptions>;
  tell: (text: string) => void;
  platform: string;
  method?: InstallMethod;
  acknowledge: readonly string[];
  /** Names of the Promises that the step installs. */
  planned: readonly string[];
  /** An older or other version that is there may be replaced. */
  upgrade: boolean;
  dryRun: boolean;
}

/** @internal */
export type InstallEnd = 'installed' | 'upgraded' | 'there';

/**
 * Installs one Promise after a preflight, unless it is there at that version.
 *
 * @throws InputError with what the preflight found
 * @internal
 */
export async function installOne(
  run: InstallRun,
  listing: ListingRef & { name: string },
): Promise<InstallEnd> {
  const { api, call, platform, method, tell } = run;
  const { source, entry, name } = listing;
  const ref = { source, entry };
  const report = await api.preflight(ref, { platform, method }, await call());
  if (isThere(report)) return 'there';
  const { upgrade } = report;
  if (upgrade && !run.upgrade) {
    throw new InputError(
      `${name} is on ${platform} already, version ${
        upgrade.from ?? 'unknown'
      }. Set upgrade to go to ${upgrade.to ?? 'what the listing has'}`,
    );
  }
  findingLines(report.findings).forEach(tell);
  const acknowledged = acknowledgedWarnings(report, { ...run, what: name });
  if (run.dryRun) return upgrade ? 'upgraded' : 'installed';
  const { seal } = report;
  const body = { ...ref, method, acknowledged, seal };
  if (upgrade) {
    const { generation } = upgrade;
    const at = { platform, name };
    await api.upgradePromise(at, { ...body, generation }, await call());
    return 'upgraded';
  }
  try {
    await api.installPromise(platform, body, await call());
    return 'installed';
  } catch (error) {
    // A task that is resumed after the write finds what it wanted.
    if (statusOf(error) !== 409) throw error;
    const now = await api.preflight(ref, { platform, method }, await call());
    if (isThere(now)) return 'there';
    throw error;
  }
}

/** The platform has this very version; without versions, this very Promise. */
function isThere({ upgrade }: PreflightReport): boolean {
  if (!upgrade) return false;
  const { from, to, changes } = upgrade;
  return to ? from === to : changes.before === changes.after;
}
