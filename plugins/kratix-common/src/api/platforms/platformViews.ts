import { z } from 'zod';
import {
  platformDescriptionSchema,
  platformLabelSchema,
} from '../descriptions';

/** How current what one platform contributed is. @public */
export const freshnessSchema = z.object({
  platform: z.string(),
  title: z.string(),
  label: platformLabelSchema,
  /** RFC 3339 of the last contact. */
  asOf: z.string().optional(),
  /** RFC 3339 since when there is none. */
  failingSince: z.string().optional(),
});

/** @public */
export type Freshness = z.infer<typeof freshnessSchema>;

/** @public */
export const platformViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string().optional(),
  sandbox: z.boolean(),
  identity: z.enum(['serviceAccount', 'impersonation', 'oidc']),
  description: platformDescriptionSchema,
  freshness: freshnessSchema,
  apiServerVersion: z.string().optional(),
  /**
   * What is on it, as far as the person may see it. Each is absent for those
   * who may see none of it, and while nobody knows.
   */
  counts: z.object({
    promises: z.number().optional(),
    requests: z.number().optional(),
    destinations: z.number().optional(),
    attention: z.number().optional(),
  }),
  /** Milliseconds from change to cache; absent where nothing new told it. */
  delayMs: z.number().optional(),
  features: z.array(
    z.object({
      id: z.enum([
        'revisions',
        'bindings',
        'dry-run',
        'health-records',
        'releases',
      ]),
      found: z.boolean(),
    }),
  ),
  kinds: z.array(
    z.object({
      group: z.string(),
      plural: z.string(),
      kind: z.string(),
      state: z.enum(['listing', 'watching', 'retrying', 'forbidden', 'absent']),
      /** Objects held; absent where some may be hidden, or none were read. */
      count: z.number().optional(),
      promise: z.string().optional(),
    }),
  ),
  entityRef: z.string(),
});

/** @public */
export type PlatformView = z.infer<typeof platformViewSchema>;
