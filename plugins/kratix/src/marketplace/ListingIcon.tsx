import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import { LetterTile } from '@kratix-portal/backstage-plugin-kratix-react';
import { useListingImage } from './useListingImage';

/**
 * The logo that a listing brings, its first letter where it brings none. It is
 * drawn as an image, so nothing in it runs. Says nothing to screen readers.
 *
 * @internal
 */
export function ListingIcon(props: {
  listing: Pick<ListingView, 'source' | 'entry' | 'title' | 'logo'>;
  /** In pixels. */
  size?: number;
}) {
  const { listing, size = 40 } = props;
  const { src } = useListingImage(listing, listing.logo);
  if (!src) return <LetterTile name={listing.title} size={size} />;
  return (
    <img
      src={src}
      alt=""
      width={size}
      height={size}
      style={{ objectFit: 'contain', flex: 'none' }}
    />
  );
}
