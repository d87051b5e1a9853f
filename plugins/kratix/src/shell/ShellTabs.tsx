import {
  kratixDestinationReadPermission,
  kratixMarketplaceReadPermission,
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useLocation } from 'react-router-dom';
import { useLinks } from '../navigation';
import { LinkTabs } from './LinkTabs';
import { useDenied, useRequestsDenied } from './useDenied';

/** The sections of the plugin. One that is plainly denied is not offered. @internal */
export function ShellTabs() {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { pathname } = useLocation();
  const noRequests = useRequestsDenied();
  const noPromises = useDenied(kratixPromiseReadPermission);
  const noMarketplace = useDenied(kratixMarketplaceReadPermission);
  const noDestinations = useDenied(kratixDestinationReadPermission);
  const noPlatforms = useDenied(kratixPlatformReadPermission);
  const tabs = [
    {
      to: links.home(),
      under: undefined,
      label: t('shell.tab.home'),
      hidden: false,
    },
    {
      to: links.requests(),
      under: links.requests(),
      label: t('shell.tab.requests'),
      hidden: noRequests,
    },
    {
      to: noPromises ? links.marketplace() : links.promises(),
      under: links.promises(),
      label: t('shell.tab.promises'),
      hidden: noPromises && noMarketplace,
    },
    {
      to: noDestinations ? links.platforms() : links.destinations(),
      under: links.platforms().replace(/\/platforms$/, ''),
      label: t('shell.tab.operate'),
      hidden: noDestinations && noPlatforms,
    },
  ].filter(({ hidden }) => !hidden);
  const isCurrent = (to: string, under?: string) =>
    under
      ? pathname === under || pathname.startsWith(`${under}/`)
      : pathname.replace(/\/$/, '') === to.replace(/\/$/, '');

  return (
    <LinkTabs
      label={t('shell.sections')}
      tabs={tabs.map(({ to, under, label }) => ({
        to,
        title: label,
        isCurrent: isCurrent(to, under),
      }))}
    />
  );
}
