import { Link } from '@backstage/core-components';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { InstallStatus } from './InstallStatus';
import { NoPlatformSeen } from './NoPlatformSeen';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: theme.spacing(1.5),
    },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    name: { fontWeight: 600 },
  }),
  { name: 'KratixListingPlatforms' },
);

/** What each platform has of a listing, and how that is known. @internal */
export function ListingPlatforms(props: { listing: ListingDetail }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { titleOf } = usePlatformTitles();
  const { installs, version: offered, name } = props.listing;
  if (installs.length === 0) {
    return (
      <NoPlatformSeen>
        <p style={{ margin: 0 }}>{t('marketplace.page.noPlatforms')}</p>
      </NoPlatformSeen>
    );
  }
  return (
    <ul className={classes.list}>
      {installs.map(({ platform, state, version, confidence }) => (
        <li key={platform}>
          <div>
            <span className={classes.name}>{titleOf(platform)}</span>{' '}
            <InstallStatus state={state} version={version} offered={offered} />
          </div>
          <div className={classes.quiet}>
            {t(`marketplace.install.what.${state}`)}{' '}
            {state === 'update' &&
              version &&
              `${t('marketplace.install.updateFrom', { version })}. `}
            {confidence && t(`marketplace.install.how.${confidence}`)}
          </div>
          {state !== 'not-installed' && state !== 'unknown' && (
            <Link
              to={links.promise({ platform, name })}
              aria-label={t('marketplace.action.openInstalledNamed', {
                name,
                platform: titleOf(platform),
              })}
            >
              {t('marketplace.action.openInstalled')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
