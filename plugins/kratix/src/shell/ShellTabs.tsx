import { usePermission } from '@backstage/plugin-permission-react';
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

/** The sections of the plugin. One that is plainly denied is not offered. @internal */
export function ShellTabs() {
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { pathname } = useLocation();
  const promises = usePermission({ permission: kratixPromiseReadPermission });
  const marketplace = usePermission({
    permission: kratixMarketplaceReadPermission,
  });
  const destinations = usePermission({
    permission: kratixDestinationReadPermission,
  });
  const platforms = usePermission({ permission: kratixPlatformReadPermission });

  const operate = destinations.allowed
    ? links.destinations()
    : links.platforms();
  const operateRoot = links.platforms().replace(/\/platforms$/, '');
  const denied = (...all: { loading: boolean; allowed: boolean }[]) =>
    all.every(({ loading, allowed }) => !loading && !allowed);
  const tabs = [
    { to: links.home(), under: undefined, label: t('shell.tab.home') },
    {
      to: links.requests(),
      under: links.requests(),
      label: t('shell.tab.requests'),
    },
    ...(denied(promises, marketplace)
      ? []
      : [
          {
            to: denied(promises) ? links.marketplace() : links.promises(),
            under: links.promises(),
            label: t('shell.tab.promises'),
          },
        ]),
    ...(denied(destinations, platforms)
      ? []
      : [{ to: operate, under: operateRoot, label: t('shell.tab.operate') }]),
  ];
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
