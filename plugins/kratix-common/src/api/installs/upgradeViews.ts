import { z } from 'zod';
import { requestRefSchema } from '../objectRefs';

/** One difference between the APIs of two Promises. @public */
export const apiChangeSchema = z.object({
  kind: z.enum([
    'field-added',
    'field-removed',
    'now-required',
    'no-longer-required',
    'type-narrowed',
    'type-widened',
    'values-narrowed',
    'values-widened',
    'limits-narrowed',
    'limits-widened',
    'pattern-changed',
    'rule-added',
    'rule-removed',
    'default-changed',
    'now-fixed',
    'version-added',
    'version-removed',
    'storage-version-changed',
    'renamed',
    'api-added',
    'api-removed',
  ]),
  /** Path of the field as in the API reference; empty for the API as such. */
  path: z.string(),
  /** A request that was valid may not be any more, or means something else. */
  breaking: z.boolean(),
  /** JSON texts. */
  before: z.string().optional(),
  after: z.string().optional(),
});

/** @public */
export type ApiChange = z.infer<typeof apiChangeSchema>;

/** One difference beside the API. @public */
export const promiseChangeSchema = z.object({
  about: z.enum([
    'pipeline',
    'container',
    'image',
    'command',
    'environment',
    'right',
    'selector',
    'requirement',
    'dependency',
    'setting',
  ]),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  /** `resource.configure/instance-configure/create-db`, a label, a kind. */
  name: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

/** @public */
export type PromiseChange = z.infer<typeof promiseChangeSchema>;

/** What differs between a Promise and another version of it. @public */
export const promiseChangesSchema = z.object({
  api: z.array(apiChangeSchema),
  other: z.array(promiseChangeSchema),
  /** YAML of both, without status and what clusters add. */
  before: z.string(),
  after: z.string(),
});

/** @public */
export type PromiseChanges = z.infer<typeof promiseChangesSchema>;

/** A request that a new API would refuse. @public */
export const refusedRequestSchema = z.object({
  ref: requestRefSchema,
  owner: z.string().optional(),
  /** `spec.size: must be one of …`, at most five. */
  problems: z.array(z.string()),
});

/** Who feels an upgrade or uninstall. @public */
export const affectedRequestsSchema = z.object({
  /** All of them, whoever may see them. */
  total: z.number(),
  /** Counts by owner, most first; without owner: `''`. */
  byOwner: z.array(z.object({ owner: z.string(), count: z.number() })),
  /** Those among them that the person may not see. */
  hidden: z.number(),
});

/** @public */
export type AffectedRequests = z.infer<typeof affectedRequestsSchema>;
