import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixDestinationReadPermission,
  kratixMarketplaceReadPermission,
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { Link, useLocation } from 'react-router-dom';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: theme.spacing(0.5), overflowX: 'auto' },
    tab: {
      padding: theme.spacing(1, 1.5),
      minHeight: 40,
      boxSizing: 'border-box',
      borderBottom: '3px solid transparent',
      color: theme.palette.text.secondary,
      textDecoration: 'none',
      fontWeight: 600,
      whiteSpace: 'nowrap',
      '&:hover': { color: theme.palette.text.primary },
      '&[aria-current]': {
        color: theme.palette.text.primary,
        borderBottomColor: theme.palette.primary.main,
      },
      ...focusRing(theme),
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'KratixShellTabs' },
);

/** The sections of the plugin. One that is plainly denied is not offered. @internal */
export function ShellTabs() {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { pathname, search } = useLocation();
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
  // The platform filter is the only one that means the same everywhere.
  const platform = new URLSearchParams(search).get('platform');
  const query = platform ? `?platform=${encodeURIComponent(platform)}` : '';

  return (
    <nav className={classes.root} aria-label={t('shell.sections')}>
      {tabs.map(({ to, under, label }) => {
        const current = under
          ? pathname === under || pathname.startsWith(`${under}/`)
          : pathname.replace(/\/$/, '') === to.replace(/\/$/, '');
        return (
          <Link
            key={to}
            to={`${to}${query}`}
            className={classes.tab}
            aria-current={current ? 'page' : undefined}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
