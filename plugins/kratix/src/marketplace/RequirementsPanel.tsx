import { Link } from '@backstage/core-components';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { offerOf } from './offers';
import { useListings } from './useListings';

type Requirement = ListingDetail['requires'][number];

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(0, 0, 1) },
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'KratixRequirementsPanel' },
);

/** The Promises that have to be there as well, and who offers them. @internal */
export function RequirementsPanel(props: {
  requires: Requirement[];
  sourceTitle: (id: string) => string;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { requires, sourceTitle } = props;
  return (
    <Panel title={t('marketplace.contents.requires')}>
      {requires.length === 0 ? (
        <p className={classes.text}>
          {t('marketplace.contents.requiresNothing')}
        </p>
      ) : (
        <>
          <p className={classes.text}>
            {t('marketplace.contents.requiresHint')}
          </p>
          <ul className={classes.list}>
            {requires.map(one => (
              <li key={`${one.name} ${one.version}`}>
                <Required requirement={one} sourceTitle={sourceTitle} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Required(props: {
  requirement: Requirement;
  sourceTitle: (id: string) => string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { requirement, sourceTitle } = props;
  const found = useListings({ q: requirement.name, size: 100 });
  const offer =
    found.state === 'ready'
      ? offerOf(requirement, found.value.items)
      : undefined;
  const { name, version } = requirement;
  const words = `${name} ${version ?? t('marketplace.contents.anyVersion')}`;
  if (!offer) {
    return (
      <>
        {words}
        {found.state === 'error' && ` · ${t('marketplace.contents.cantTell')}`}
      </>
    );
  }
  if (offer.kind === 'nobody') {
    return <>{`${words} · ${t('marketplace.contents.notOffered')}`}</>;
  }
  const { listing } = offer;
  const source = sourceTitle(listing.source);
  return (
    <>
      <Link to={links.listing(listing)} underline="always">
        {words}
      </Link>
      {` · ${
        offer.kind === 'exact'
          ? t('marketplace.contents.offered', { source })
          : t('marketplace.contents.otherVersion', {
              source,
              version: listing.version ?? t('marketplace.noVersion'),
            })
      }`}
    </>
  );
}
