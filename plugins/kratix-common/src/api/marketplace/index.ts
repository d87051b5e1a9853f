export type { MarketplaceApi } from './marketplaceCalls';
export {
  listingListQuerySchema,
  listingFileQuerySchema,
  listingPageSchema,
  type ListingListQuery,
  type ListingPage,
} from './marketplaceRoutes';
export * from './marketplaceViews';
