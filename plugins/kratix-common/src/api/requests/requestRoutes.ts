import { z } from 'zod';
import {
  healthStateSchema,
  requestLabelSchema,
  versionStateSchema,
} from '../descriptions';
import { requestRefSchema } from '../objectRefs';
import { pageOf, pageQuery, several } from '../paging';
import { requestViewSchema } from './requestViews';

/** Paths of requests under `/api/kratix`. @internal */
export const requestPaths = {
  requests: '/requests',
  createRequest: '/requests/:platform/:crd',
  requestPlaces: '/requests/:platform/:crd/places',
  requestNames: '/requests/:platform/:crd/names',
  request: '/requests/:platform/:crd/:namespace/:name',
  requestRelated: '/requests/:platform/:crd/:namespace/:name/related',
  requestManifest: '/requests/:platform/:crd/:namespace/:name/manifest',
  requestObject: '/requests/:platform/:crd/:namespace/:name/object',
} as const;

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

/** @public */
export const requestPageSchema = pageOf(requestViewSchema).extend({
  /** Chip to count, over all the person may see. */
  chips: z.record(z.string(), z.number()),
  /** There may be others, which the person may not see. */
  partial: z.boolean().optional(),
});

/** @public */
export type RequestPage = z.infer<typeof requestPageSchema>;

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
