import { z } from 'zod';
import type { KubeObject } from '../../kube';
import { requestDescriptionSchema } from '../descriptions';
import { placementViewSchema } from '../placements';
import { freshnessSchema } from '../platforms';
import { pipelineRunSchema } from './pipelineViews';

/** A request in a list. @public */
export const requestViewSchema = z.object({
  platform: z.string(),
  crd: z.string(),
  namespace: z.string(),
  name: z.string(),
  uid: z.string().optional(),
  promise: z.string(),
  promiseTitle: z.string(),
  kind: z.string(),
  /** Entity ref, by 2.4 of the experience. */
  owner: z.string().optional(),
  requester: z.string().optional(),
  /** Entity ref of the Component it is for. */
  service: z.string().optional(),
  createdAt: z.string().optional(),
  changedAt: z.string().optional(),
  /** Without evidence in lists. */
  description: requestDescriptionSchema,
  /** Values of the Promise's printer columns, by column name. */
  columns: z.record(z.string(), z.string()),
  entityRef: z.string(),
});

/** @public */
export type RequestView = z.infer<typeof requestViewSchema>;

/** What the person gets back from a request. @public */
export const outputSchema = z.object({
  /** Dotted path under `status`. */
  path: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'url', 'hidden', 'secret', 'list']),
  value: z.string().optional(),
  /** For `secret`: name, namespace and keys are shown, never values. */
  secret: z.object({ namespace: z.string(), name: z.string() }).optional(),
  items: z.array(z.string()).optional(),
});

/** @public */
export type Output = z.infer<typeof outputSchema>;

/** `GET …/related`. @public */
export const requestTraceSchema = z.object({
  runs: z.array(pipelineRunSchema),
  placements: z.array(placementViewSchema),
  /** False: the person may not read placements. */
  placementsVisible: z.boolean(),
  parents: z.array(requestViewSchema),
  children: z.array(requestViewSchema),
  /** Of which of them there are more, which the person may not see. */
  hidden: z.array(z.enum(['parents', 'children'])).optional(),
});

/** @public */
export type RequestTrace = z.infer<typeof requestTraceSchema>;

/** The page of one request. @public */
export const requestDetailSchema = requestViewSchema.extend({
  freshness: freshnessSchema,
  generation: z.number().optional(),
  observedGeneration: z.number().optional(),
  outputs: z.array(outputSchema),
  /** Plain text or Markdown by the author; untrusted. */
  help: z.string().optional(),
  settings: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      value: z.string(),
      isDefault: z.boolean(),
    }),
  ),
  runsOn: z.array(
    z.object({
      destination: z.string(),
      write: placementViewSchema.shape.write,
      files: z.number(),
    }),
  ),
  binding: z
    .object({ version: z.string(), lastApplied: z.string().optional() })
    .optional(),
  /** RFC 3339 of the next run that Kratix starts by itself. */
  nextRunAt: z.string().optional(),
  /** What the person may do with it. */
  allowed: z.object({ update: z.boolean(), delete: z.boolean() }),
});

/** @public */
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** A request as the cluster has it, to be edited or cloned. @public */
export const requestObjectSchema = z.object({
  /**
   * Whole but for `managedFields` and kubectl's copy. Whole numbers beyond 2^53
   * are in the JSON with all their digits; what is secret is `redacted`.
   */
  object: z.record(z.string(), z.unknown()),
  /** `metadata.generation`: what an edit of it is guarded by. */
  generation: z.number(),
});

/** @public */
export interface RequestObject {
  object: KubeObject;
  generation: number;
}
