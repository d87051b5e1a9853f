import { ErrorBoundary, Link } from '@backstage/core-components';
import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixMarketplaceTranslation,
  Panel,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense } from 'react';
import { useLinks } from '../navigation';
import { TwoColumns } from '../sections';
import { FindingsPanel } from './FindingsPanel';
import { ListingFacts } from './ListingFacts';
import { ListingPlatforms } from './ListingPlatforms';

const Readme = lazy(() =>
  import('./readme/Readme').then(m => ({ default: m.Readme })),
);

const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
    text: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'KratixAboutListing' },
);

/** What a listing says of itself, where it is from and who has it. @internal */
export function AboutListing(props: {
  listing: ListingDetail;
  sourceTitle: (id: string) => string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { listing, sourceTitle } = props;
  const { readme, summary, others, findings } = listing;
  return (
    <TwoColumns
      main={
        <>
          <Panel title={t('marketplace.page.readme')}>
            {readme ? (
              <ErrorBoundary>
                <Suspense fallback={<SkeletonRows count={6} />}>
                  <Readme listing={listing} />
                </Suspense>
              </ErrorBoundary>
            ) : (
              <EmptyState
                compact
                title={t('marketplace.page.noReadme')}
                text={summary && <span dir="auto">{summary}</span>}
              />
            )}
          </Panel>
          {findings.length > 0 && <FindingsPanel findings={findings} />}
        </>
      }
      side={
        <>
          <Panel title={t('marketplace.page.platforms')}>
            <ListingPlatforms listing={listing} />
          </Panel>
          <Panel title={t('marketplace.page.facts')}>
            <ListingFacts listing={listing} sourceTitle={sourceTitle} />
          </Panel>
          {others.length > 0 && (
            <Panel title={t('marketplace.page.others')}>
              <Others others={others} sourceTitle={sourceTitle} />
            </Panel>
          )}
        </>
      }
    />
  );
}

function Others(props: {
  others: ListingDetail['others'];
  sourceTitle: (id: string) => string;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { others, sourceTitle } = props;
  return (
    <>
      <p className={classes.text}>{t('marketplace.page.othersHint')}</p>
      <ul className={classes.list}>
        {others.map(one => (
          <li key={`${one.source}/${one.entry}`}>
            <Link to={links.listing(one)} underline="always">
              <bdi>{one.title}</bdi>
            </Link>
            {` · ${one.version ?? t('marketplace.noVersion')} · `}
            <bdi>{sourceTitle(one.source)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
