import { usePermission } from '@backstage/plugin-permission-react';
import {
  kratixMarketplaceReadPermission,
  kratixPromiseReadPermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { Link, useLocation } from 'react-router-dom';
import { useMarketplace } from '../marketplace/useListings';
import { useLinks } from '../navigation';
import { useInstalledCount } from '../promises/usePromises';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(0.5),
      overflowX: 'auto',
      borderBottom: `1px solid ${theme.palette.divider}`,
      marginBottom: theme.spacing(2),
    },
    tab: {
      padding: theme.spacing(1, 2),
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
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    count: { fontWeight: 400 },
  }),
  { name: 'KratixPromisesTabs' },
);

/** What is here, and what could be. One that is plainly denied is not offered. @internal */
export function PromisesTabs(props: { current: 'installed' | 'marketplace' }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { search } = useLocation();
  const promises = usePermission({ permission: kratixPromiseReadPermission });
  const listings = usePermission({
    permission: kratixMarketplaceReadPermission,
  });
  const installed = useInstalledCount(promises.allowed);
  const marketplace = useMarketplace(listings.allowed);
  const tabs = [
    {
      id: 'installed' as const,
      to: links.promises(),
      count: installed,
      denied: !promises.loading && !promises.allowed,
    },
    {
      id: 'marketplace' as const,
      to: links.marketplace(),
      count:
        marketplace.state === 'ready' ? marketplace.value.total : undefined,
      denied: !listings.loading && !listings.allowed,
    },
  ].filter(({ denied }) => !denied);
  // The platform filter is the only one that means the same on both.
  const platform = new URLSearchParams(search).get('platform');
  const query = platform ? `?platform=${encodeURIComponent(platform)}` : '';
  if (tabs.length < 2) return null;
  return (
    <nav className={classes.root} aria-label={t('marketplace.tabs.label')}>
      {tabs.map(({ id, to, count }) => (
        <Link
          key={id}
          to={`${to}${query}`}
          className={classes.tab}
          aria-current={id === props.current ? 'page' : undefined}
        >
          {t(`marketplace.tabs.${id}`)}
          {count !== undefined && (
            <span className={classes.count}> {number(count)}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
