import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Tag,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** What a listing is, in words of their own. @internal */
export function ListingTags(props: { listing: ListingView }) {
  const { t } = useKratixMarketplaceTranslation();
  const { list } = useFormats();
  const { api, installsSoftware, requires, sameName } = props.listing;
  return (
    <>
      {api && <Tag>{t('marketplace.tag.requestable')}</Tag>}
      {installsSoftware && <Tag>{t('marketplace.tag.software')}</Tag>}
      {requires.length > 0 && (
        <Tag title={list(requires.map(({ name }) => name))}>
          {t('marketplace.needs', { count: requires.length })}
        </Tag>
      )}
      {sameName > 0 && (
        <Tag>{t('marketplace.sameName', { count: sameName })}</Tag>
      )}
    </>
  );
}
