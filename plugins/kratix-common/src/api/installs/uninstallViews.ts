import { z } from 'zod';
import { requestRefSchema } from '../objectRefs';
import { freshnessSchema } from '../platforms';
import { affectedRequestsSchema } from './upgradeViews';

/** What an uninstall could not find out. @public */
export const uncheckedSchema = z.enum([
  'requests',
  'promises',
  'releases',
  'deliveries',
  'destinations',
  'state-stores',
]);

/** @public */
export type Unchecked = z.infer<typeof uncheckedSchema>;

/** What an uninstall takes along. @public */
export const uninstallImpactSchema = z.object({
  platform: z.string(),
  name: z.string(),
  title: z.string(),
  /** What is deleted: deleting only the Promise of a release brings it back. */
  target: z.object({
    kind: z.enum(['Promise', 'PromiseRelease']),
    name: z.string(),
  }),
  requests: affectedRequestsSchema.extend({
    /** Of those that the person may see, at most 200. */
    items: z.array(
      z.object({ ref: requestRefSchema, owner: z.string().optional() }),
    ),
  }),
  /**
   * Requests of other Promises that these are parts of, or that are theirs, as
   * far as the person may see them.
   */
  children: z.object({
    total: z.number(),
    /** At most 20. */
    items: z.array(requestRefSchema),
  }),
  /** Promises that require this one. */
  dependents: z.object({
    total: z.number(),
    /** At most 20, by name. */
    items: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        /** As that of its `PromiseView`. */
        owner: z.string().optional(),
        /** How many, whoever may see them; absent: can't be read. */
        requests: z.number().optional(),
      }),
    ),
  }),
  works: z.object({
    total: z.number(),
    /**
     * At most 200. Those of requests that the person may not see are counted
     * alone.
     */
    items: z.array(
      z.object({
        namespace: z.string(),
        name: z.string(),
        /** Absent: the Promise's own, or of a request that is gone. */
        request: requestRefSchema.optional(),
        destinations: z.array(z.string()),
      }),
    ),
  }),
  destinations: z.array(z.string()),
  /**
   * What may go wrong. Absent facts are `could-not-check`, whose `what` is an
   * `Unchecked`.
   */
  risks: z.array(
    z.object({
      id: z.enum([
        'shared-api',
        'no-api-hang',
        'store-not-ready',
        'paused',
        'delete-steps',
        'release-returns',
        'could-not-check',
      ]),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** What has to be typed: `delete 118 requests`, or the name. */
  confirm: z.string(),
  freshness: freshnessSchema,
});

/** @public */
export type UninstallImpact = z.infer<typeof uninstallImpactSchema>;
