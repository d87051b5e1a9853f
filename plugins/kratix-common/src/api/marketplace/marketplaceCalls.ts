import {
  fill,
  type KratixCallOptions,
  type KratixHttp,
  queryString,
} from '../http';
import type { ListingRef } from '../objectRefs';
import {
  type ListingListQuery,
  type ListingPage,
  marketplacePaths,
} from './marketplaceRoutes';
import type { ListingDetail } from './marketplaceViews';

/** What can be asked of the marketplace. @public */
export interface MarketplaceApi {
  /** What could be installed, from all sources. */
  listListings(
    query?: ListingListQuery,
    options?: KratixCallOptions,
  ): Promise<ListingPage>;
  getListing(
    ref: ListingRef,
    options?: KratixCallOptions,
  ): Promise<ListingDetail>;
  /** An image of a listing: its logo, or one that its README shows. */
  getListingFile(
    ref: ListingRef,
    path: string,
    options?: KratixCallOptions,
  ): Promise<Blob>;
}

/** @internal */
export function marketplaceCalls(http: KratixHttp): MarketplaceApi {
  return {
    listListings(query, options) {
      return http.json(
        marketplacePaths.marketplace + queryString(query),
        options,
      );
    },
    getListing(ref, options) {
      return http.json(fill(marketplacePaths.listing, { ...ref }), options);
    },
    async getListingFile(ref, path, options) {
      const at = fill(marketplacePaths.listingFile, { ...ref });
      return (await http.call(at + queryString({ path }), options)).blob();
    },
  };
}
