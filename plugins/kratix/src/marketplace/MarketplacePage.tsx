import type { ListingPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
  Loaded,
  PartialStrip,
  SkeletonRows,
  useFormats,
  usePlatforms,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import { Navigate, useParams } from 'react-router-dom';
import { useLinks } from '../navigation';
import { PlatformDetailsLink } from '../platforms/PlatformDetailsLink';
import { PageHeading, usePageTitle, useReportStatus } from '../shell';
import { PromisesTabs } from '../shell/PromisesTabs';
import {
  Choice,
  FilterBar,
  Pager,
  SearchField,
  useListQuery,
  type ListQuery,
} from '../tables';
import { listingFacets } from './listingFacets';
import { listingFilters, listingQueryOf, listingSorts } from './listingQuery';
import { ListingTable } from './ListingTable';
import { ListingTile } from './ListingTile';
import { NoListings } from './NoListings';
import { SourcesLine } from './SourcesLine';
import { SourceStrips } from './SourceStrips';
import { useListings } from './useListings';
import { useWhileWaiting } from './useWhileWaiting';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
      gap: theme.spacing(2),
    },
  }),
  { name: 'KratixMarketplacePage' },
);

/** S7: what could be installed, and who has it already. @internal */
export function MarketplacePage() {
  const links = useLinks();
  const { source } = useParams();
  // Where the end of a listing's address was cut off.
  if (source) return <Navigate to={links.marketplace({ source })} replace />;
  return <Browse />;
}

function Browse() {
  const { t } = useKratixTranslation();
  const { t: tm } = useKratixMarketplaceTranslation();
  const { number } = useFormats();
  usePageTitle(tm('marketplace.title'));
  const query = useListQuery();
  const page = useListings(listingQueryOf(query));
  useReportStatus(page);
  useWhileWaiting(page);
  const known = page.state === 'ready' ? page.value : undefined;
  const view = query.get('view') === 'table' ? 'table' : 'grid';
  return (
    <>
      <PageHeading
        title={tm('marketplace.title')}
        count={known && number(known.total)}
      />
      <PromisesTabs current="marketplace" />
      <FilterBar
        search={
          <SearchField
            label={tm('marketplace.search')}
            value={query.get('q') ?? ''}
            onChange={q => query.set({ q })}
          />
        }
        facets={listingFacets(known, query, tm)}
        onFacet={(key, chosen) => query.set({ [key]: chosen })}
      >
        {view === 'grid' && <Order query={query} />}
        <Choice
          label={t('promisesPage.view.label')}
          chosen={view}
          onChoose={id =>
            query.set({ view: id === 'table' ? 'table' : undefined })
          }
          options={[
            { id: 'grid', title: t('promisesPage.view.grid') },
            { id: 'table', title: t('promisesPage.view.table') },
          ]}
        />
      </FilterBar>
      <Loaded
        of={page}
        skeleton={<SkeletonRows count={6} height={72} />}
        forbidden={{
          what: tm('marketplace.what'),
          permission: 'kratix.marketplace.read',
        }}
      >
        {value => <Found page={value} query={query} view={view} />}
      </Loaded>
    </>
  );
}

/** On cards there are no columns to press. */
function Order(props: { query: ListQuery }) {
  const { t } = useKratixMarketplaceTranslation();
  const { query } = props;
  return (
    <NativeSelect
      value={query.get('sort') ?? 'name'}
      inputProps={{ 'aria-label': t('marketplace.sort.label') }}
      onChange={({ target }) =>
        query.set({
          sort: target.value === 'name' ? undefined : target.value,
          dir: undefined,
        })
      }
    >
      {listingSorts.map(one => (
        <option key={one} value={one}>
          {t(`marketplace.sort.${one}`)}
        </option>
      ))}
    </NativeSelect>
  );
}

function Found(props: {
  page: ListingPage;
  query: ListQuery;
  view: 'grid' | 'table';
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const platforms = usePlatforms();
  const { page, query, view } = props;
  const { sources, mayInstall } = page;
  // The header's choice of platforms is about what they have, too.
  const chosen = query.all('platform');
  const items = page.items.map(item => ({
    ...item,
    installs: item.installs.filter(
      ({ platform }) => chosen.length === 0 || chosen.includes(platform),
    ),
  }));
  const known = platforms.state === 'ready' ? platforms.value.items : [];
  const surroundings = {
    sourceTitle: (id: string) =>
      sources.find(one => one.id === id)?.title ?? id,
    platformTitle: (id: string) =>
      known.find(platform => platform.id === id)?.title ?? id,
    severalPlatforms: known.length > 1 && chosen.length !== 1,
    mayInstall,
  };
  return (
    <>
      {sources.length > 0 && <SourcesLine sources={sources} />}
      <SourceStrips sources={sources} />
      <PartialStrip
        freshness={page.freshness}
        details={platform => <PlatformDetailsLink platform={platform} />}
      />
      <VisuallyHidden>
        <span role="status">{t('tables.found', { count: page.total })}</span>
      </VisuallyHidden>
      {items.length === 0 && (
        <NoListings
          page={page}
          filtered={listingFilters.some(key => query.get(key))}
          clear={() =>
            query.set(
              Object.fromEntries(listingFilters.map(key => [key, undefined])),
            )
          }
        />
      )}
      {items.length > 0 && view === 'table' && (
        <ListingTable listings={items} query={query} {...surroundings} />
      )}
      {items.length > 0 && view === 'grid' && (
        <div className={classes.grid}>
          {items.map(listing => (
            <ListingTile
              key={`${listing.source}/${listing.entry}`}
              listing={listing}
              {...surroundings}
            />
          ))}
        </div>
      )}
      {page.total > 0 && (
        <Pager
          page={page.page}
          size={page.size}
          total={page.total}
          onPage={number => query.set({ page: `${number}` })}
          onSize={size => query.set({ size: `${size}` })}
        />
      )}
    </>
  );
}
