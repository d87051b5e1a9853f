import { z } from 'zod';
import { causeSchema, promiseDescriptionSchema } from './descriptions';
import { listingRefSchema, requestRefSchema } from './objectRefs';
import { freshnessSchema } from './platformViews';

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
  /** The API server's and Kratix's own word. `reason` where it was not asked. */
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
});

/** @public */
export type PlanStep = z.infer<typeof planStepSchema>;

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

/** Body of `POST /promises/:platform` and of an upgrade. @public */
export const installBodySchema = listingRefSchema.extend({
  method: installMethodSchema.default('promise'),
  manifest: z.record(z.string(), z.unknown()).optional(),
  /** Ids of the preflight's warnings that the person has read. */
  acknowledged: z.array(z.string().max(500)).max(200).default([]),
  /** From the preflight; the listing changed meanwhile: 409. */
  seal: z.string().max(100).optional(),
});

/** @public */
export type InstallBody = z.input<typeof installBodySchema>;

/** Body of `POST /promises/:platform/:name/upgrade`. @public */
export const upgradeBodySchema = installBodySchema.extend({
  /** From the preflight; moved meanwhile: 409. */
  generation: z.number().int().min(0),
});

/** @public */
export type UpgradeBody = z.input<typeof upgradeBodySchema>;

/** How far an install, upgrade or uninstall is. @public */
export const installationViewSchema = z.object({
  platform: z.string(),
  name: z.string(),
  /** `absent`: neither Promise nor PromiseRelease is there. */
  state: z.enum([
    'absent',
    'installing',
    'available',
    'failed',
    'removing',
    'removal-blocked',
  ]),
  method: installMethodSchema.optional(),
  version: z.string().optional(),
  /** The listing that it came from, where that was written down. */
  origin: listingRefSchema.optional(),
  stages: z.array(
    z.object({
      stage: z.enum(['fetched', 'created', 'steps', 'delivered', 'available']),
      state: z.enum(['done', 'running', 'failed', 'waiting', 'nothing-to-do']),
    }),
  ),
  /** Of the Promise, or of the release while there is no Promise. */
  causes: z.array(causeSchema),
  description: promiseDescriptionSchema.optional(),
  /** While removing: finalizers still there, in the order they are worked off. */
  finalizers: z.array(z.string()),
  freshness: freshnessSchema,
});

/** @public */
export type InstallationView = z.infer<typeof installationViewSchema>;

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
  /** Requests of other Promises that these are parts of, or that are theirs. */
  children: z.array(requestRefSchema),
  /** Promises that require this one. */
  dependents: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      /** As that of its `PromiseView`. */
      owner: z.string().optional(),
      /** How many, whoever may see them; absent: can't be read. */
      requests: z.number().optional(),
    }),
  ),
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
  /** What may go wrong; absent facts are `could-not-check`. */
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
