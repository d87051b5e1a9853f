import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { ApiReference } from '../promises/ApiReference';
import { SectionTabs, type SectionState } from '../sections';
import { AboutListing } from './AboutListing';
import { ContentsSection } from './ContentsSection';
import { listingExamples } from './listingExamples';
import { ManifestPanel } from './ManifestPanel';

/** The parts of a listing's page, as its address names them. @internal */
export const listingSections = [
  'about',
  'api',
  'contents',
  'manifest',
] as const;

/** @internal */
export type ListingSection = (typeof listingSections)[number];

/** Everything about a listing below its name. @internal */
export function ListingSections(props: {
  listing: ListingDetail;
  section: SectionState<ListingSection>;
  sourceTitle: (id: string) => string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { t: shared } = useKratixTranslation();
  const { listing, section, sourceTitle } = props;
  const { name, schema, hints, fields, examples } = listing;
  const content = {
    about: () => <AboutListing listing={listing} sourceTitle={sourceTitle} />,
    api: () => (
      <ApiReference
        fields={fields}
        form={{ name, schema, hints, example: examples.full }}
        examples={listingExamples(listing, shared)}
      />
    ),
    contents: () => (
      <ContentsSection listing={listing} sourceTitle={sourceTitle} />
    ),
    manifest: () => <ManifestPanel listing={listing} />,
  };
  return (
    <SectionTabs
      label={t('marketplace.page.sections')}
      current={section.current}
      onChange={section.open}
      sections={listingSections
        // What takes no requests has no API.
        .filter(id => id !== 'api' || listing.api)
        .map(id => ({
          id,
          title: t(`marketplace.page.section.${id}`),
          content: content[id],
        }))}
    />
  );
}
