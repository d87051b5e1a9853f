import { useApi } from '@backstage/frontend-plugin-api';
import type { ListingRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import useAsync from 'react-use/esm/useAsync';
import { listingImage } from './listingImages';

/** The address of a listing's image once it is there; none where it fails. @internal */
export function useListingImage(
  { source, entry }: ListingRef,
  path: string | undefined,
): { src?: string; failed: boolean } {
  const api = useApi(kratixApiRef);
  const { value, error } = useAsync(
    async () =>
      path === undefined
        ? undefined
        : listingImage(api, { source, entry }, path),
    [api, source, entry, path],
  );
  return { src: value, failed: error !== undefined };
}
