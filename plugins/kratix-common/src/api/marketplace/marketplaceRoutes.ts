import { z } from 'zod';
import { pageOf, pageQuery, several } from '../paging';
import {
  installStateSchema,
  listingViewSchema,
  marketplaceSourceViewSchema,
} from './marketplaceViews';

/** Paths of the marketplace under `/api/kratix`. @internal */
export const marketplacePaths = {
  marketplace: '/marketplace',
  listing: '/marketplace/:source/:entry',
  listingFile: '/marketplace/:source/:entry/files',
} as const;

/** Query of `GET /marketplace`. @public */
export const listingListQuerySchema = z.object({
  ...pageQuery,
  source: several(z.string()).optional(),
  category: several(z.string()).optional(),
  /** Kind of its API, as people look for a capability. */
  kind: several(z.string()).optional(),
  /** On any of `platform`, or of all platforms. */
  state: several(installStateSchema.shape.state).optional(),
  platform: several(z.string()).optional(),
  tag: several(
    z.enum(['requestable', 'software', 'compound', 'versioned', 'broken']),
  ).optional(),
  sort: z.enum(['name', 'source', 'category', 'state']).default('name'),
});

/** @public */
export type ListingListQuery = z.input<typeof listingListQuerySchema>;

/** Query of `GET /marketplace/:source/:entry/files`. @public */
export const listingFileQuerySchema = z.object({
  /** From the source's root. */
  path: z.string().min(1).max(1000),
});

/** @public */
export const listingPageSchema = pageOf(listingViewSchema).extend({
  /** All sources, whatever is filtered. */
  sources: z.array(marketplaceSourceViewSchema),
  /** The person may install, as far as the portal decides. */
  mayInstall: z.boolean(),
});

/** @public */
export type ListingPage = z.infer<typeof listingPageSchema>;
