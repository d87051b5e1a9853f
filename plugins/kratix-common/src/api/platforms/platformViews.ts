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

/**
 * Something that Kratix offers. `off` is there and does nothing as it is set
 * up, `refused` may not be seen, `unknown` was not read yet.
 *
 * @public
 */
export const platformFeatureSchema = z.object({
  id: z.enum([
    'revisions',
    'bindings',
    'dry-run',
    'health-records',
    'releases',
  ]),
  state: z.enum(['found', 'off', 'absent', 'refused', 'unknown']),
  /** The CRD that it comes with. */
  crd: z.string(),
});

/** @public */
export type PlatformFeature = z.infer<typeof platformFeatureSchema>;

const accountRightSchema = z.enum(['granted', 'missing', 'unknown']);

/**
 * What the account of the connection may do; `unknown` where the platform did
 * not say, `person` where it is done as the person who asks for it.
 *
 * @public
 */
export const platformRightSchema = z.enum([
  ...accountRightSchema.options,
  'person',
]);

/** @public */
export type PlatformRight = z.infer<typeof platformRightSchema>;

/** By verb; one that the portal has no use for is absent. @public */
export const kindRightsSchema = z.object({
  list: platformRightSchema,
  watch: platformRightSchema,
  get: platformRightSchema.optional(),
  create: platformRightSchema.optional(),
  patch: platformRightSchema.optional(),
  delete: platformRightSchema.optional(),
});

/** @public */
export type KindRights = z.infer<typeof kindRightsSchema>;

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
  features: z.array(platformFeatureSchema),
  kinds: z.array(
    z.object({
      group: z.string(),
      plural: z.string(),
      kind: z.string(),
      state: z.enum(['listing', 'watching', 'retrying', 'forbidden', 'absent']),
      /** Objects held; absent where some may be hidden, or none were read. */
      count: z.number().optional(),
      promise: z.string().optional(),
      rights: kindRightsSchema,
    }),
  ),
  /** What is known of the account's rights; absent until it was asked. */
  rights: z
    .object({
      /** RFC 3339 of the last answer. */
      askedAt: z.string().optional(),
      /** The platform did not answer the last time. */
      failed: z.boolean(),
      /** To act as people; absent where it need not. */
      impersonation: accountRightSchema.optional(),
    })
    .optional(),
  entityRef: z.string(),
});

/** @public */
export type PlatformView = z.infer<typeof platformViewSchema>;

/** What became of a check of a platform, and how the platform is now. @public */
export const platformCheckSchema = z.object({
  /**
   * `trying`: the platform has not answered yet, and is still being asked.
   * `recent`: it was checked a moment ago, and not again.
   */
  outcome: z.enum(['checked', 'trying', 'recent']),
  platform: platformViewSchema,
});

/** @public */
export type PlatformCheck = z.infer<typeof platformCheckSchema>;
