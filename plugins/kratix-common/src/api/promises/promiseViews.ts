import { z } from 'zod';
import { promiseDescriptionSchema } from '../descriptions';
import { listingRefSchema } from '../objectRefs';
import { freshnessSchema } from '../platforms';

/** The API that a Promise offers. @public */
export const promiseApiSchema = z.object({
  crd: z.string(),
  group: z.string(),
  version: z.string(),
  kind: z.string(),
  plural: z.string(),
});

/** @public */
export type PromiseApi = z.infer<typeof promiseApiSchema>;

/** A Promise in a list or on a card. @public */
export const promiseViewSchema = z.object({
  platform: z.string(),
  name: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  icon: z.string().optional(),
  category: z.string().optional(),
  version: z.string().optional(),
  owner: z.string().optional(),
  createdAt: z.string().optional(),
  description: promiseDescriptionSchema,
  /** Absent for a Promise that only installs software. */
  api: promiseApiSchema.optional(),
  /**
   * Of its requests, as far as the person may see them; absent for those who
   * may see none.
   */
  counts: z
    .object({
      requests: z.number(),
      attention: z.number(),
      inProgress: z.number(),
      ready: z.number(),
      outdated: z.number(),
    })
    .optional(),
  requiredBy: z.array(z.string()),
  releaseName: z.string().optional(),
  /** Hash of `spec.api`: equal on two platforms = same API. */
  apiHash: z.string().optional(),
  reportsHealth: z.boolean(),
  entityRef: z.string(),
  templateRef: z.string().optional(),
});

/** @public */
export type PromiseView = z.infer<typeof promiseViewSchema>;

/** One row of the API reference. @public */
export const apiFieldSchema = z.object({
  /** `spec.backup.at`, `spec.users[].name`, `spec.labels{}`. */
  path: z.string(),
  type: z.string(),
  required: z.boolean(),
  /** JSON text. */
  default: z.string().optional(),
  /** JSON texts. */
  allowed: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  constraints: z.array(z.string()).optional(),
  immutable: z.boolean(),
  description: z.string().optional(),
  rules: z.array(z.string()).optional(),
});

/** @public */
export type ApiField = z.infer<typeof apiFieldSchema>;

/** The page of one Promise. @public */
export const promiseDetailSchema = promiseViewSchema.extend({
  freshness: freshnessSchema,
  /** Markdown by the author; untrusted. */
  docs: z.string().optional(),
  fields: z.array(apiFieldSchema),
  /**
   * What a request gives back, by title and in order; empty where neither the
   * author nor the schema says it.
   */
  outputs: z.array(z.string()),
  /** YAML texts of whole requests; `author`: by the Promise's author. */
  examples: z
    .object({
      minimal: z.string(),
      full: z.string(),
      author: z.string().optional(),
    })
    .optional(),
  /**
   * OpenAPI v3 of the version that `api` names, as the author wrote it: the
   * storage version, or the first served where that one is not.
   */
  schema: z.unknown().optional(),
  /** The author's wishes for the form by path of field, beside the schema's. */
  hints: z.record(z.string(), z.unknown()).optional(),
  /**
   * What the form engine simplified, after mistakes of the author. For authors:
   * absent for all but members of the Promise's or the platform's owner.
   */
  notes: z
    .array(
      z.object({
        /** A mistake is to be mended; what is simplified may stay. */
        level: z.enum(['author-mistake', 'simplified']),
        pointer: z.string(),
        text: z.string(),
      }),
    )
    .optional(),
  /** For authors, as `notes`: how many fields the form shows, and how. */
  formFields: z
    .object({ shown: z.number(), asYaml: z.number(), hidden: z.number() })
    .optional(),
  destinationSelectors: z.array(z.record(z.string(), z.string())),
  /** Absent, as the count, for those who may not see Destinations. */
  matchingDestinations: z.array(z.string()).optional(),
  destinationCount: z.number().optional(),
  /** Other Promises that declare the same CRD. */
  clashesWith: z.array(z.string()),
  paused: z.boolean(),
  /** The listing that it came from, where that was written down. */
  origin: listingRefSchema.optional(),
  /**
   * Newer listings of it, its own first; absent for those who may not read the
   * marketplace.
   */
  updates: z.array(listingRefSchema.extend({ version: z.string() })).optional(),
  /** What this person may do, as far as portal and cluster decide. */
  allowed: z
    .object({ upgrade: z.boolean(), uninstall: z.boolean() })
    .optional(),
});

/** @public */
export type PromiseDetail = z.infer<typeof promiseDetailSchema>;
