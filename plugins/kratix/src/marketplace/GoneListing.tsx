import type { ListingRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixMarketplaceTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { PageHeading } from '../shell';
import { useListings } from './useListings';

/** An address of a listing that is not there, or of a file that is none. @internal */
export function GoneListing(props: { listing: ListingRef }) {
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { source, entry } = props.listing;
  // A broken file is listed, but has nothing that a page could show.
  const broken = useListings({ source: [source], tag: ['broken'], size: 100 });
  const known = broken.state === 'ready' ? broken.value : undefined;
  const file = known?.items.find(
    one => one.source === source && one.entry === entry,
  );
  const title = known?.sources.find(({ id }) => id === source)?.title ?? source;
  const list = (
    <ActionButton to={links.marketplace()}>
      {t('marketplace.page.gone.list')}
    </ActionButton>
  );
  if (file?.problem) {
    const { problem } = file;
    return (
      <>
        <PageHeading title={<bdi>{file.title}</bdi>} />
        <EmptyState
          title={t('marketplace.broken', { problem })}
          text={t('marketplace.action.broken')}
          action={list}
        />
      </>
    );
  }
  return (
    <>
      <PageHeading
        title={t('marketplace.page.gone.title', { entry, source: title })}
      />
      <EmptyState title={t('marketplace.page.gone.text')} action={list} />
    </>
  );
}
