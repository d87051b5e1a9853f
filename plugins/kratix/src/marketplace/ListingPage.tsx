import { Link } from '@backstage/core-components';
import type {
  ListingDetail,
  ListingRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  SkeletonRows,
  StatusLabel,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import Security from '@material-ui/icons/Security';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { useRouteSection } from '../sections';
import { DetailPage, isMissing, PageHeading, usePageTitle } from '../shell';
import { GoneListing } from './GoneListing';
import { ListingActions } from './ListingActions';
import { ListingIcon } from './ListingIcon';
import {
  listingSections,
  ListingSections,
  type ListingSection,
} from './ListingSections';
import { ListingTags } from './ListingTags';
import { useListing } from './useListing';
import { useMarketplace } from './useListings';

const useStyles = makeStyles(
  theme => ({
    line: { margin: theme.spacing(0, 0, 1.5), overflowWrap: 'anywhere' },
  }),
  { name: 'KratixListingPage' },
);

/** S7: one Promise that could be installed. @internal */
export function ListingPage() {
  const { source = '', entry = '' } = useParams();
  return <OfListing key={`${source}/${entry}`} listing={{ source, entry }} />;
}

function OfListing(props: { listing: ListingRef }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const ref = props.listing;
  const listing = useListing(ref);
  const marketplace = useMarketplace();
  const sources =
    marketplace.state === 'ready' ? marketplace.value.sources : [];
  const sourceTitle = (id: string) =>
    sources.find(one => one.id === id)?.title ?? id;
  usePageTitle(
    listing.state === 'ready' ? listing.value.title : ref.entry,
    t('marketplace.title'),
  );
  return (
    <DetailPage
      of={listing}
      back={{ to: links.marketplace(), title: t('marketplace.page.back') }}
      heading={value => (
        <ListingHeading
          entry={ref.entry}
          listing={value}
          sourceTitle={sourceTitle}
        />
      )}
      skeleton={<SkeletonRows count={8} height={32} />}
      forbidden={{
        what: t('marketplace.page.what'),
        permission: 'kratix.marketplace.read',
      }}
      instead={isMissing(listing) && <GoneListing listing={ref} />}
    >
      {value => <Ready listing={value} sourceTitle={sourceTitle} />}
    </DetailPage>
  );
}

function ListingHeading(props: {
  entry: string;
  listing?: ListingDetail;
  sourceTitle: (id: string) => string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { entry, listing, sourceTitle } = props;
  if (!listing) return <PageHeading title={entry} />;
  const { source, name, title, version, allowed } = listing;
  return (
    <PageHeading
      title={<bdi>{title}</bdi>}
      before={<ListingIcon listing={listing} />}
      facts={
        <>
          <code>{name}</code>
          <Tag>{version ?? t('marketplace.noVersion')}</Tag>
          <Link to={links.marketplace({ source })}>
            <bdi>{sourceTitle(source)}</bdi>
          </Link>
          <ListingTags listing={listing} />
        </>
      }
      actions={<ListingActions main listing={listing} allowed={allowed} />}
    />
  );
}

function Ready(props: {
  listing: ListingDetail;
  sourceTitle: (id: string) => string;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { listing, sourceTitle } = props;
  const { source, entry, problem, allowed } = listing;
  const linkTo = useCallback(
    (section: ListingSection) => links.listing({ source, entry }, section),
    [links, source, entry],
  );
  const section = useRouteSection(listingSections, linkTo);
  return (
    <>
      {problem && (
        <p className={classes.line}>
          <StatusLabel tone="error" icon={ErrorOutline}>
            {t('marketplace.broken', { problem })}
          </StatusLabel>
        </p>
      )}
      {allowed.install && (
        <p className={classes.line}>
          <StatusLabel tone="warn" icon={Security}>
            {t('marketplace.page.power')}
          </StatusLabel>
        </p>
      )}
      <ListingSections
        listing={listing}
        section={section}
        sourceTitle={sourceTitle}
      />
    </>
  );
}
