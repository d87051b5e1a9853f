import { z } from 'zod';
import { destinationDescriptionSchema } from '../descriptions';
import { freshnessSchema } from '../platforms';
import { placementViewSchema } from './placementViews';

/** @public */
export const destinationViewSchema = z.object({
  platform: z.string(),
  name: z.string(),
  labels: z.record(z.string(), z.string()),
  path: z.string().optional(),
  strict: z.boolean(),
  previewOnly: z.boolean(),
  cleanup: z.string().optional(),
  filepathMode: z.string().optional(),
  description: destinationDescriptionSchema,
  store: z
    .object({
      kind: z.string(),
      name: z.string(),
      /** URL or endpoint/bucket, without credentials. */
      location: z.string().optional(),
      branch: z.string().optional(),
      path: z.string().optional(),
      authMethod: z.string().optional(),
    })
    .optional(),
  /** Absent for those who may not see every request. */
  counts: z.object({ placements: z.number(), failing: z.number() }).optional(),
  lastWrite: z.string().optional(),
  checkedAt: z.string().optional(),
  entityRef: z.string(),
});

/** @public */
export type DestinationView = z.infer<typeof destinationViewSchema>;

/** @public */
export const destinationDetailSchema = destinationViewSchema.extend({
  freshness: freshnessSchema,
  /** Without those of requests that the person may not see. */
  placements: z.array(
    z.object({
      work: z.string(),
      promise: z.string().optional(),
      /** `platform/crd/namespace/name` of the request, where there is one. */
      request: z.string().optional(),
      write: placementViewSchema.shape.write,
      writeError: z.string().optional(),
      versionId: z.string().optional(),
    }),
  ),
  /** Of all that may be seen; `placements` holds the first 100. */
  placementCount: z.number(),
  /** Absent for those who may not see Promises. */
  matchingPromises: z.array(z.string()).optional(),
});

/** @public */
export type DestinationDetail = z.infer<typeof destinationDetailSchema>;
