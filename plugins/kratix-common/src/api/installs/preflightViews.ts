import { z } from 'zod';
import { listingRefSchema, requestRefSchema } from '../objectRefs';
import { freshnessSchema } from '../platforms';
import {
  affectedRequestsSchema,
  promiseChangesSchema,
  refusedRequestSchema,
} from './upgradeViews';

/**
 * How a Promise gets onto a platform. `promise`: the object itself. `release`: a
 * PromiseRelease, whose URL Kratix fetches.
 *
 * @public
 */
export const installMethodSchema = z.enum(['promise', 'release']);

/** @public */
export type InstallMethod = z.infer<typeof installMethodSchema>;

/** What a preflight looks at; words come from translations. @public */
export const preflightCheckSchema = z.enum([
  /** The document is a Promise with a usable API. `reason` where not. */
  'document',
  /** `metadata.name` is free. `name`, `version` of the one there. */
  'name',
  /** The CRD is free, or this Promise's own. `crd`, `by` where not. */
  'api',
  /** Another group has the kind. `kind`, `groups`. */
  'kind-shared',
  /** A required Promise. `required`, `version`, `state`, `offered`. */
  'requirement',
  /** Destinations that its selectors match. `matching`, `total`, `labels`. */
  'destinations',
  /** Images whose registry the policy doesn't allow. `count`. */
  'image-registry',
  /** Images that can change behind their name. `count`. */
  'image-tag',
  /** Rights in all namespaces. `count`. */
  'rights-wide',
  /** May read Secrets. `count`. */
  'rights-secrets',
  /** The person may create it on the cluster. */
  'access',
  /**
   * The API server's and Kratix's own word. `reason`, a `NotAsked`, where there
   * is none.
   */
  'dry-run',
  /** Kratix can fetch the release's URL. `url`. */
  'fetch',
  /** Order of versions. `from`, `to`. */
  'version',
  /** Changes of the API that requests feel. `count`. */
  'api-breaking',
  /** Names of the CRD changed or the API removed, which Kratix refuses. */
  'api-renamed',
  /** Requests that would no longer validate. `refused`, `total`. */
  'requests-refused',
  /** Requests that run again. `count`. */
  'requests-rerun',
  /** What is on the platform is not what its listing said. `count`. */
  'local-edits',
  /** A PromiseRelease keeps it; a Promise by hand would be overwritten. */
  'release-managed',
]);

/** @public */
export type PreflightCheck = z.infer<typeof preflightCheckSchema>;

/** Why a platform had no word on an install. @public */
export const notAskedSchema = z.enum([
  /** The person may not write there. */
  'not-allowed',
  /** The document has problems of its own. */
  'document',
  'name-taken',
  /** A webhook of the cluster takes no part in a dry run; the platform says so. */
  'no-dry-run',
]);

/** @public */
export type NotAsked = z.infer<typeof notAskedSchema>;

/** One thing that was looked at before an install. @public */
export const preflightFindingSchema = z.object({
  /** Stable within a report: what a person acknowledges. */
  id: z.string(),
  check: preflightCheckSchema,
  /** `warning` has to be acknowledged, `blocker` can't be. */
  level: z.enum(['blocker', 'warning', 'fine']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What exactly: images, rights, requests, one a line. */
  details: z.array(z.string()),
  /** The platform's own words. */
  platformSays: z.string().optional(),
});

/** @public */
export type PreflightFinding = z.infer<typeof preflightFindingSchema>;

/**
 * A Promise to be installed, in the order of the plan. A missing requirement
 * that no source offers has neither source nor entry.
 *
 * @public
 */
export const planStepSchema = z.object({
  name: z.string(),
  /** The version asked for. */
  version: z.string().optional(),
  source: z.string().optional(),
  entry: z.string().optional(),
  title: z.string().optional(),
  /** Who asks for it; absent for the listing itself. */
  requiredBy: z.string().optional(),
  /** A PromiseRelease may bring it, as far as is known before its preflight. */
  release: z.boolean().optional(),
  /** The platform has another version of it. */
  otherVersion: z.boolean().optional(),
});

/** @public */
export type PlanStep = z.infer<typeof planStepSchema>;

/** Body of `POST /marketplace/:source/:entry/preflight`. @public */
export const preflightBodySchema = z.object({
  platform: requestRefSchema.shape.platform,
  method: installMethodSchema.default('promise'),
  /** The Promise as the person edited it; without it as the source has it. */
  manifest: z.record(z.string(), z.unknown()).optional(),
});

/** @public */
export type PreflightBody = z.input<typeof preflightBodySchema>;

/** What would happen, before anything does. @public */
export const preflightReportSchema = listingRefSchema.extend({
  platform: z.string(),
  /** `upgrade`: a Promise of that name and API is there. */
  kind: z.enum(['install', 'upgrade']),
  /** Of the Promise that was looked at: to be sent back with the install. */
  seal: z.string(),
  findings: z.array(preflightFindingSchema),
  /** The listing itself last. */
  plan: z.array(planStepSchema),
  /** What the cluster will hold more, by kind: the CRD, Works, RBAC… */
  creates: z.array(z.object({ kind: z.string(), names: z.array(z.string()) })),
  methods: z.array(
    z.object({
      method: installMethodSchema,
      possible: z.boolean(),
      /**
       * Why not: `no-version`, `no-url`, `edited`, `not-fetchable`, `policy`,
       * `not-public`.
       */
      reason: z.string().optional(),
    }),
  ),
  /** For upgrades. */
  upgrade: z
    .object({
      from: z.string().optional(),
      to: z.string().optional(),
      /** To be sent back: what the preflight was about. */
      generation: z.number(),
      changes: promiseChangesSchema,
      requests: affectedRequestsSchema,
      /** Of those that the person may see, at most 100. */
      refused: z.array(refusedRequestSchema),
      refusedTotal: z.number(),
    })
    .optional(),
  freshness: freshnessSchema,
});

/** @public */
export type PreflightReport = z.infer<typeof preflightReportSchema>;
