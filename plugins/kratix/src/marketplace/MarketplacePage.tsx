import type { ListingPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  SkeletonRows,
  useKratixMarketplaceTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import NativeSelect from '@material-ui/core/NativeSelect';
import { Navigate, useParams } from 'react-router-dom';
import { Browse, BrowsePage, TileGrid, ViewChoice, viewOf } from '../browsing';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { PromisesTabs } from '../shell/PromisesTabs';
import { narrowing, useListQuery, type ListQuery } from '../tables';
import { listingFacets } from './listingFacets';
import { listingFilters, listingQueryOf, listingSorts } from './listingQuery';
import { ListingTable } from './ListingTable';
import { ListingTile } from './ListingTile';
import { NoListings } from './NoListings';
import { SourcesLine } from './SourcesLine';
import { SourceStrips } from './SourceStrips';
import { useListings } from './useListings';
import { useWhileWaiting } from './useWhileWaiting';

/** S7: what could be installed, and who has it already. @internal */
export function MarketplacePage() {
  const links = useLinks();
  const { source } = useParams();
  // Where the end of a listing's address was cut off.
  if (source) return <Navigate to={links.marketplace({ source })} replace />;
  return <Listings />;
}

function Listings() {
  const { t } = useKratixMarketplaceTranslation();
  const query = useListQuery();
  const page = useListings(listingQueryOf(query));
  useWhileWaiting(page);
  const known = page.state === 'ready' ? page.value : undefined;
  return (
    <BrowsePage title={t('marketplace.title')} of={page}>
      <PromisesTabs current="marketplace" />
      <Browse
        of={page}
        query={query}
        search={t('marketplace.search')}
        facets={listingFacets(known, query, t)}
        controls={
          <>
            {viewOf(query) === 'grid' && <Order query={query} />}
            <ViewChoice query={query} />
          </>
        }
        skeleton={<SkeletonRows count={6} height={72} />}
        forbidden={{
          what: t('marketplace.what'),
          permission: 'kratix.marketplace.read',
        }}
        notices={({ sources }) => (
          <>
            {sources.length > 0 && <SourcesLine sources={sources} />}
            <SourceStrips sources={sources} />
          </>
        )}
      >
        {value => <Found page={value} query={query} />}
      </Browse>
    </BrowsePage>
  );
}

/** On cards there are no columns to press. */
function Order(props: { query: ListQuery }) {
  const { t } = useKratixMarketplaceTranslation();
  const { query } = props;
  return (
    <NativeSelect
      value={query.get('sort') ?? 'name'}
      startAdornment={
        <span aria-hidden style={{ whiteSpace: 'nowrap', marginRight: 8 }}>
          {t('marketplace.sort.label')}
        </span>
      }
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

function Found(props: { page: ListingPage; query: ListQuery }) {
  const platforms = usePlatformTitles();
  const { page, query } = props;
  const { sources, mayInstall } = page;
  // The header's choice of platforms is about what they have, too.
  const chosen = query.all('platform');
  const items = page.items.map(item => ({
    ...item,
    installs: item.installs.filter(
      ({ platform }) => chosen.length === 0 || chosen.includes(platform),
    ),
  }));
  const surroundings = {
    sourceTitle: (id: string) =>
      sources.find(one => one.id === id)?.title ?? id,
    platformTitle: platforms.titleOf,
    severalPlatforms: platforms.several && chosen.length !== 1,
    mayInstall,
  };
  if (items.length === 0) {
    return <NoListings page={page} {...narrowing(query, listingFilters)} />;
  }
  return viewOf(query) === 'table' ? (
    <ListingTable listings={items} query={query} {...surroundings} />
  ) : (
    <TileGrid>
      {items.map(listing => (
        <ListingTile
          key={`${listing.source}/${listing.entry}`}
          listing={listing}
          {...surroundings}
        />
      ))}
    </TileGrid>
  );
}
