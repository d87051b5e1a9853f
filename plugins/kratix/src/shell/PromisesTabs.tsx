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
import { useMarketplace } from '../marketplace/useListings';
import { useLinks } from '../navigation';
import { useInstalledCount } from '../promises/usePromises';
import { LinkTabs } from './LinkTabs';
import { isDenied } from './useDenied';

const useStyles = makeStyles(
  theme => ({
    root: {
      borderBottom: `1px solid ${theme.palette.divider}`,
      marginBottom: theme.spacing(2),
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
      denied: isDenied(promises),
    },
    {
      id: 'marketplace' as const,
      to: links.marketplace(),
      count:
        marketplace.state === 'ready' ? marketplace.value.total : undefined,
      denied: isDenied(listings),
    },
  ].filter(({ denied }) => !denied);
  if (tabs.length < 2) return null;
  return (
    <div className={classes.root}>
      <LinkTabs
        label={t('marketplace.tabs.label')}
        tabs={tabs.map(({ id, to, count }) => ({
          to,
          isCurrent: id === props.current,
          title: (
            <>
              {t(`marketplace.tabs.${id}`)}
              {count !== undefined && (
                <span className={classes.count}> {number(count)}</span>
              )}
            </>
          ),
        }))}
      />
    </div>
  );
}
