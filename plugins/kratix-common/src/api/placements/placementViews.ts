import { z } from 'zod';
import { destinationDescriptionSchema } from '../descriptions';

/** One workload group of a Work and where it went. @public */
export const placementViewSchema = z.object({
  work: z.string(),
  group: z.string(),
  directory: z.string(),
  pipeline: z.string().optional(),
  selectors: z.array(
    z.object({ labels: z.record(z.string(), z.string()), source: z.string() }),
  ),
  /** Absent while nothing matches. */
  destination: z
    .object({
      name: z.string(),
      description: destinationDescriptionSchema.optional(),
    })
    .optional(),
  storePath: z.string().optional(),
  write: z.enum([
    'written',
    'earlier-content',
    'writing',
    'failed',
    'not-scheduled',
    'misplaced',
  ]),
  writeError: z.string().optional(),
  writtenAt: z.string().optional(),
  versionId: z.string().optional(),
  /** Names only; contents are not served here. */
  files: z.array(z.string()),
  /** Where it is not scheduled: why not, nearest first. */
  verdicts: z
    .array(
      z.object({
        destination: z.string(),
        matches: z.boolean(),
        lacks: z.record(z.string(), z.string()),
        reason: z.enum(['matches', 'labels', 'strict', 'deleting', 'preview']),
      }),
    )
    .optional(),
});

/** @public */
export type PlacementView = z.infer<typeof placementViewSchema>;

/** Work that nothing takes, grouped by what it asks for. @public */
export const unscheduledSchema = z.object({
  platform: z.string(),
  labels: z.record(z.string(), z.string()),
  count: z.number(),
  /** `platform/crd/namespace/name`, the first 20 that may be seen. */
  requests: z.array(z.string()),
  verdicts: placementViewSchema.shape.verdicts.unwrap(),
});

/** @public */
export type Unscheduled = z.infer<typeof unscheduledSchema>;
