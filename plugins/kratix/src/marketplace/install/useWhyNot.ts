import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useNotAllowedReason } from '../../actions';
import type { InstallLink } from './installLink';
import type { PlanVerdict } from './installPlan';
import type { Manifest } from './useManifest';

/** Why the way on is closed, for the button that goes it. @internal */
export function useWhyNot(options: {
  listing: ListingDetail;
  link: InstallLink;
  manifest: Manifest;
  verdict: PlanVerdict;
}): { reason?: string; summary: string } {
  const { t } = useKratixMarketplaceTranslation();
  const notAllowed = useNotAllowedReason();
  const { listing, link, manifest, verdict } = options;
  const summary = summaryOf();
  if (link.step !== 'where') {
    return { summary, reason: verdict.state === 'ready' ? undefined : summary };
  }
  return { summary, reason: whereReason() };

  function whereReason(): string | undefined {
    if (!link.platform) return t('install.where.choose');
    if (manifest.problem || manifest.wrong) return t('install.manifest.fix');
    const there = listing.installs.find(
      ({ platform }) => platform === link.platform,
    );
    const isNew =
      !there ||
      ['not-installed', 'unknown', 'name-taken'].includes(there.state);
    const action = isNew ? 'install' : 'upgrade';
    return listing.allowed[action]
      ? undefined
      : notAllowed(`kratix.promise.${action}`);
  }

  function summaryOf(): string {
    switch (verdict.state) {
      case 'blocked':
      case 'ticks':
        return t(`install.preflight.summary.${verdict.state}`, {
          count: verdict.count,
        });
      default:
        return t(`install.preflight.summary.${verdict.state}`);
    }
  }
}
