import { InputError } from '@backstage/errors';
import type {
  InstallMethod,
  KratixApi,
  KratixCallOptions,
  ListingRef,
  PreflightFinding,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { statusOf } from '../platforms/refusal';
import { findingLines } from '../promises/preflightGate';

/** Git applies it: neither may the person have to, nor was the person asked. */
const aboutThePerson: readonly PreflightFinding['check'][] = ['access'];

/**
 * What reviewers of a pull request have to know, as Markdown. Whoever may not
 * install may propose all the same; then the review is without a preflight.
 *
 * @throws InputError with what stands in the way whoever installs it
 * @internal
 */
export async function preflightSummary(options: {
  api: Pick<KratixApi, 'preflight'>;
  call: () => Promise<KratixCallOptions>;
  ref: ListingRef;
  platform: string;
  method: InstallMethod;
}): Promise<string> {
  const { api, call, ref, platform, method } = options;
  try {
    const report = await api.preflight(ref, { platform, method }, await call());
    const findings = report.findings.filter(
      ({ check }) => !aboutThePerson.includes(check),
    );
    const blockers = findings.filter(({ level }) => level === 'blocker');
    const lines = findingLines(blockers.length > 0 ? blockers : findings);
    if (blockers.length > 0) {
      throw new InputError(
        [`${ref.source}/${ref.entry} can't be installed`, ...lines].join(
          '\n  ',
        ),
      );
    }
    const what = report.kind === 'upgrade' ? 'an upgrade' : 'an install';
    // In a code block, which texts of authors can't leave.
    const text = lines.join('\n').replace(/`/g, "'");
    return `Preflight of ${what} on ${platform}:\n\n\`\`\`\n${text}\n\`\`\`\n`;
  } catch (error) {
    if (statusOf(error) !== 403) throw error;
    return `No preflight was made: the person who proposes this may not install on ${platform}.\n`;
  }
}
