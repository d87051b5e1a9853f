import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { groupInstalls } from './installGroups';
import { InstallStatus } from './InstallStatus';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(0.25),
      fontSize: '0.875rem',
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'KratixInstallGroups' },
);

/** What the platforms have of a listing: one line for each state. @internal */
export function InstallGroups(props: {
  listing: Pick<ListingView, 'installs' | 'version'>;
  platformTitle: (id: string) => string;
  /** Where there is but one platform, it needs no name. */
  severalPlatforms: boolean;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const formats = useFormats();
  const { listing, platformTitle, severalPlatforms } = props;
  return (
    <ul className={classes.root} aria-label={t('marketplace.page.platforms')}>
      {groupInstalls(listing.installs).map(({ state, version, platforms }) => (
        <li key={`${state} ${version}`}>
          <InstallStatus
            state={state}
            version={version}
            offered={listing.version}
          />{' '}
          {severalPlatforms && (
            <span className={classes.quiet}>
              {platforms.length === listing.installs.length
                ? t('marketplace.install.onAll')
                : t('marketplace.install.on', {
                    platforms: formats.list(platforms.map(platformTitle)),
                  })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
