import { z } from 'zod';
import {
  destinationLabelSchema,
  healthStateSchema,
  promiseLabelSchema,
  requestLabelSchema,
  versionStateSchema,
} from './descriptions';
import { destinationViewSchema } from './destinationViews';
import {
  destinationRefSchema,
  promiseRefSchema,
  requestRefSchema,
} from './objectRefs';
import { unscheduledSchema } from './placementViews';
import {
  installStateSchema,
  listingViewSchema,
  marketplaceSourceViewSchema,
} from './marketplaceViews';
import { freshnessSchema, platformViewSchema } from './platformViews';
import { promiseViewSchema } from './promiseViews';
import { requestViewSchema } from './requestViews';

/** One value or several of a query key; `a,b` is several. */
const several = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform(given => [given].flat().flatMap(text => text.split(',')))
    .pipe(z.array(item).max(50));

const pageQuery = {
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
  dir: z.enum(['asc', 'desc']).optional(),
};

/** Sets of states that the chips of the list stand for. @public */
export const requestChipSchema = z.enum([
  'mine',
  'attention',
  'in-progress',
  'waiting-for-approval',
  'outdated',
  'deleting',
  'no-owner',
  'ready',
]);

/** @public */
export type RequestChip = z.infer<typeof requestChipSchema>;

/** Query of `GET /requests`. @public */
export const requestListQuerySchema = z.object({
  ...pageQuery,
  platform: several(z.string()).optional(),
  promise: several(z.string()).optional(),
  namespace: several(z.string()).optional(),
  /** Owner entity refs, or bare Group names. */
  team: several(z.string()).optional(),
  status: several(requestLabelSchema).optional(),
  health: several(healthStateSchema).optional(),
  version: several(versionStateSchema).optional(),
  /** Entity ref of a Component; empty: those that are for none. */
  service: several(z.string()).optional(),
  chip: several(requestChipSchema).optional(),
  sort: z
    .enum([
      'attention',
      'name',
      'promise',
      'team',
      'platform',
      'age',
      'changed',
      'status',
      'namespace',
    ])
    .default('attention'),
});

/** @public */
export type RequestListQuery = z.input<typeof requestListQuerySchema>;

/** Query of `GET /promises`. @public */
export const promiseListQuerySchema = z.object({
  ...pageQuery,
  platform: several(z.string()).optional(),
  category: several(z.string()).optional(),
  status: several(promiseLabelSchema).optional(),
  requestable: z.enum(['true', 'false']).optional(),
  sort: z.enum(['name', 'requests', 'status', 'age']).default('name'),
});

/** @public */
export type PromiseListQuery = z.input<typeof promiseListQuerySchema>;

/** Query of `GET /destinations`. @public */
export const destinationListQuerySchema = z.object({
  ...pageQuery,
  platform: several(z.string()).optional(),
  status: several(destinationLabelSchema).optional(),
  sort: z
    .enum(['name', 'status', 'placements', 'failing', 'changed'])
    .default('status'),
});

/** @public */
export type DestinationListQuery = z.input<typeof destinationListQuerySchema>;

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

/** How often each value occurs among what the other filters leave. @public */
export const facetsSchema = z.record(
  z.string(),
  z.array(
    z.object({
      value: z.string(),
      title: z.string().optional(),
      count: z.number(),
    }),
  ),
);

/** @public */
export type Facets = z.infer<typeof facetsSchema>;

const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    /** Exact, of all that the person may see. */
    total: z.number(),
    page: z.number(),
    size: z.number(),
    facets: facetsSchema,
    freshness: z.array(freshnessSchema),
  });

/** @public */
export const requestPageSchema = pageOf(requestViewSchema).extend({
  /** Chip to count, over all the person may see. */
  chips: z.record(z.string(), z.number()),
});

/** @public */
export type RequestPage = z.infer<typeof requestPageSchema>;

/** @public */
export const promisePageSchema = pageOf(promiseViewSchema);

/** @public */
export type PromisePage = z.infer<typeof promisePageSchema>;

/** @public */
export const destinationPageSchema = pageOf(destinationViewSchema).extend({
  unscheduled: z.array(unscheduledSchema),
});

/** @public */
export type DestinationPage = z.infer<typeof destinationPageSchema>;

/** @public */
export const listingPageSchema = pageOf(listingViewSchema).extend({
  /** All sources, whatever is filtered. */
  sources: z.array(marketplaceSourceViewSchema),
  /** The person may install, as far as the portal decides. */
  mayInstall: z.boolean(),
});

/** @public */
export type ListingPage = z.infer<typeof listingPageSchema>;

/** @public */
export const platformListSchema = z.object({
  items: z.array(platformViewSchema),
  /** Whom to ask, from config. */
  contact: z.string().optional(),
});

/** @public */
export type PlatformList = z.infer<typeof platformListSchema>;

/** Body of `POST /requests/:platform/:crd`. @public */
export const createRequestBodySchema = z.object({
  name: requestRefSchema.shape.name.max(63),
  namespace: requestRefSchema.shape.namespace,
  /** The fields beside apiVersion, kind, metadata and status: usually `spec`. */
  object: z.record(z.string(), z.unknown()),
  /** Entity ref of the owning Group. */
  owner: z.string().optional(),
  /** Entity ref of the Component it is for. */
  service: z.string().optional(),
  /** Of the person's own; not those of Kratix, Kubernetes and the portal. */
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type CreateRequestBody = z.input<typeof createRequestBodySchema>;

/** Body of `PATCH /requests/…`: a JSON patch guarded by generation. @public */
export const updateRequestBodySchema = z.object({
  /** `metadata.generation` the patch was made against. */
  generation: z.number().int().min(0),
  patch: z
    .array(
      z.object({
        op: z.enum(['add', 'remove', 'replace', 'test']),
        /** Below /metadata labels and annotations alone, never /status. */
        path: z.string().startsWith('/'),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(1000),
});

/** @public */
export type UpdateRequestBody = z.input<typeof updateRequestBodySchema>;

/** `?dryRun=true` of writes. @public */
export const writeQuerySchema = z.object({
  dryRun: z.enum(['true', 'false']).optional(),
});

/** Query of `DELETE /promises/:platform/:name`. @public */
export const uninstallQuerySchema = writeQuerySchema.extend({
  /** The impact's `confirm`; anything else is refused (409). */
  confirm: z.string().max(300).optional(),
});

/** Query of `GET /stream`: what to be told about. @public */
export const streamQuerySchema = z.object({
  /** `requests`, `promises`, `destinations`, `platforms`. */
  topic: several(
    z.enum(['requests', 'promises', 'destinations', 'platforms']),
  ).optional(),
  /** `platform/crd/namespace/name` of single requests. */
  request: several(z.string()).optional(),
  /** `platform/name` of single Promises (and their requests' counts). */
  promise: several(z.string()).optional(),
});

/** @public */
export type StreamQuery = z.input<typeof streamQuerySchema>;

/**
 * What the stream says. `resync`: the client was away for longer than is
 * remembered, read again. The SSE id is opaque; sent back as Last-Event-ID.
 *
 * @public
 */
export const streamEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: requestRefSchema,
    view: requestViewSchema.optional(),
  }),
  z.object({
    type: z.literal('promise'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: promiseRefSchema,
    view: promiseViewSchema.optional(),
  }),
  z.object({
    type: z.literal('destination'),
    change: z.enum(['added', 'updated', 'removed']),
    ref: destinationRefSchema,
  }),
  z.object({ type: z.literal('platform'), view: platformViewSchema }),
  z.object({ type: z.literal('resync') }),
]);

/** @public */
export type StreamEvent = z.infer<typeof streamEventSchema>;

/** Paths under `/api/kratix`, Express style. @public */
export const kratixPaths = {
  platforms: '/platforms',
  platform: '/platforms/:platform',
  promises: '/promises',
  installPromise: '/promises/:platform',
  promise: '/promises/:platform/:name',
  upgradePromise: '/promises/:platform/:name/upgrade',
  installation: '/promises/:platform/:name/installation',
  uninstallImpact: '/promises/:platform/:name/uninstall',
  marketplace: '/marketplace',
  listing: '/marketplace/:source/:entry',
  listingFile: '/marketplace/:source/:entry/files',
  preflight: '/marketplace/:source/:entry/preflight',
  requests: '/requests',
  createRequest: '/requests/:platform/:crd',
  requestPlaces: '/requests/:platform/:crd/places',
  requestNames: '/requests/:platform/:crd/names',
  request: '/requests/:platform/:crd/:namespace/:name',
  requestRelated: '/requests/:platform/:crd/:namespace/:name/related',
  requestManifest: '/requests/:platform/:crd/:namespace/:name/manifest',
  requestObject: '/requests/:platform/:crd/:namespace/:name/object',
  destinations: '/destinations',
  destination: '/destinations/:platform/:name',
  stream: '/stream',
  openapi: '/openapi.json',
} as const;
