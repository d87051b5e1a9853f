import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { createContext, useContext } from 'react';
import { useListingImage } from '../useListingImage';
import { readmeImage } from './readmeLinks';

/** Whether what is drawn is in a link already, which holds no other. @internal */
export const InLink = createContext(false);

/**
 * An image of a README: from its source through the backend. One of another
 * host becomes a link, as that host would see who reads; unless config allows.
 *
 * @internal
 */
export function ReadmeImageView(props: {
  listing: ListingDetail;
  src?: string;
  alt?: string;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { listing, src, alt } = props;
  const inLink = useContext(InLink);
  const image = readmeImage(src, listing);
  const words = alt
    ? t('marketplace.page.image', { alt })
    : t('marketplace.page.unnamedImage');
  if (image.from === 'source' && listing.images.includes(image.path)) {
    return (
      <SourceImage
        listing={listing}
        path={image.path}
        alt={alt ?? ''}
        words={words}
      />
    );
  }
  if (image.from === 'elsewhere') {
    if (listing.externalImages) {
      return (
        <img
          src={image.href}
          alt={alt ?? ''}
          loading="lazy"
          referrerPolicy="no-referrer"
        />
      );
    }
    if (!inLink) {
      return (
        <a href={image.href} target="_blank" rel="noopener noreferrer nofollow">
          {words}
        </a>
      );
    }
  }
  return <>{inLink && alt ? alt : words}</>;
}

function SourceImage(props: {
  listing: ListingDetail;
  path: string;
  alt: string;
  words: string;
}) {
  const { listing, path, alt, words } = props;
  const { src, failed } = useListingImage(listing, path);
  if (failed) return <>{words}</>;
  return src ? <img src={src} alt={alt} /> : null;
}
