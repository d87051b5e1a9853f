import { z } from 'zod';

/** How loud a state is; colours and icons follow from it. @public */
export const toneSchema = z.enum([
  'error',
  'action',
  'warn',
  'progress',
  'neutral',
  'ok',
]);

/** @public */
export type Tone = z.infer<typeof toneSchema>;

/** Labels of a request, in order of precedence. @public */
export const requestLabelSchema = z.enum([
  'deletion-blocked',
  'deleting',
  'paused',
  'waiting-for-approval',
  'failed',
  'not-delivered',
  'no-destination',
  'unhealthy',
  'retrying',
  'blocked',
  'waiting-for-platform',
  'in-progress',
  'misplaced',
  'degraded',
  'ready',
  'ready-delivery-not-visible',
  'gone',
  'unknown',
]);

/** @public */
export type RequestLabel = z.infer<typeof requestLabelSchema>;

/** @public */
export const promiseLabelSchema = z.enum([
  'deletion-blocked',
  'deleting',
  'api-conflict',
  'api-invalid',
  'paused',
  'missing-requirement',
  'waiting-for-approval',
  'failed',
  'not-delivered',
  'no-destination',
  'updating',
  'preparing',
  'unavailable',
  'available',
  'unknown',
]);

/** @public */
export type PromiseLabel = z.infer<typeof promiseLabelSchema>;

/** @public */
export const destinationLabelSchema = z.enum([
  'deleting',
  'ready',
  'store-not-ready',
  'store-missing',
  'write-failed',
  'not-ready',
  'not-checked',
  'unknown-to-platform',
]);

/** @public */
export type DestinationLabel = z.infer<typeof destinationLabelSchema>;

/** @public */
export const storeLabelSchema = z.enum([
  'ready',
  'credentials-missing',
  'refused',
  'not-ready',
  'not-checked',
]);

/** @public */
export type StoreLabel = z.infer<typeof storeLabelSchema>;

/** @public */
export const platformLabelSchema = z.enum([
  'connecting',
  'connected',
  'limited',
  'last-known',
  'unreachable',
  'refused',
  'kratix-not-found',
]);

/** @public */
export type PlatformLabel = z.infer<typeof platformLabelSchema>;

/** @public */
export const healthStateSchema = z.enum([
  'healthy',
  'degraded',
  'unhealthy',
  'unknown',
  'not-reported',
]);

/** @public */
export type HealthState = z.infer<typeof healthStateSchema>;

/** @public */
export const versionStateSchema = z.enum([
  'latest',
  'outdated',
  'pinned',
  'upgrading',
  'upgrade-failed',
  'version-missing',
  'unversioned',
]);

/** @public */
export type VersionState = z.infer<typeof versionStateSchema>;

/** The causes of `experience` 4.4; words come from translations. @public */
export const causeIdSchema = z.enum([
  'step-failed',
  'step-image',
  'step-pod-pending',
  'approval',
  'suspended-by-hand',
  'sent-back',
  'retrying',
  'no-destination',
  'misplaced',
  'write-failed',
  'write-overdue',
  'store-not-ready',
  'destination-gone',
  'requirement',
  'unavailable',
  'promise-unavailable',
  'promise-paused',
  'api-invalid',
  'api-conflict',
  'paused',
  'deleting',
  'delete-step-failed',
  'delete-approval',
  'delete-store',
  'delete-finalizer',
  'unhealthy',
  'degraded',
  'health-unknown',
  'health-none',
  'health-late',
  'outdated',
  'upgrading',
  'upgrade-failed',
  'version-missing',
  'submitted',
  'waiting-platform',
  'in-progress',
  'slow',
  'child',
  'preview-label',
  'stale',
  'no-access',
  'done',
  'done-no-steps',
  'gone',
  'release-fetch',
  'release-label',
  'release-mismatch',
]);

/** @public */
export type CauseId = z.infer<typeof causeIdSchema>;

/** Who has to act. @public */
export const responsibleSchema = z.enum([
  'you',
  'promise-author',
  'platform-team',
  'approvers',
  'operator',
  'nobody',
]);

/** @public */
export type Responsible = z.infer<typeof responsibleSchema>;

/** One fact that a cause rests on. @public */
export const evidenceSchema = z.object({
  /** `Kind namespace/name`, as a person would ask kubectl for it. */
  object: z.string(),
  /** Path in the object, e.g. `status.conditions[Reconciled].reason`. */
  field: z.string(),
  value: z.string(),
  /** RFC 3339, where known. */
  time: z.string().optional(),
  /** Why this fact is not believed: it contradicts a better one. */
  contradictedBy: z.string().optional(),
});

/** @public */
export type Evidence = z.infer<typeof evidenceSchema>;

/** Why something is as it is, without words. @public */
export const causeSchema = z.object({
  id: causeIdSchema,
  /** Parameters of the sentence; times are RFC 3339, durations seconds. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  responsible: responsibleSchema,
  /** The platform's own words, verbatim. */
  platformSays: z.string().optional(),
  /** RFC 3339. */
  since: z.string().optional(),
  evidence: z.array(evidenceSchema),
});

/** @public */
export type Cause = z.infer<typeof causeSchema>;

/** Chips after the headline. @public */
export const flagSchema = z.enum([
  'promise-unavailable',
  'outdated',
  'pinned',
  'upgrading',
  'upgrade-failed',
  'last-run-failed',
  'unhealthy',
  'health-late',
  'slower-than-usual',
  'sent-back',
  'preview-only',
  'change-not-processed',
  'last-known',
]);

/** @public */
export type Flag = z.infer<typeof flagSchema>;

/** One station of the rail. @public */
export const railStationSchema = z.object({
  station: z.enum([
    'accepted',
    'steps',
    'scheduled',
    'written',
    'applied',
    'healthy',
  ]),
  state: z.enum([
    'done',
    'running',
    'failed',
    'waiting',
    'not-reached',
    'not-observed',
    'not-reported',
    'nothing-to-do',
    'earlier-content',
    'degraded',
    'not-visible',
  ]),
  /** RFC 3339 of when the state came about, where known. */
  time: z.string().optional(),
  done: z.number().optional(),
  total: z.number().optional(),
});

/** @public */
export type RailStation = z.infer<typeof railStationSchema>;

/** What all descriptions share. */
const described = {
  tone: toneSchema,
  causes: z.array(causeSchema),
  flags: z.array(flagSchema),
  /** RFC 3339 of when the headline came about, where known. */
  since: z.string().optional(),
  /** RFC 3339: time alone may change the description then; look again. */
  recheckAt: z.string().optional(),
};

/** How a request is. The winning headline is `label`. @public */
export const requestDescriptionSchema = z.object({
  label: requestLabelSchema,
  ...described,
  /** The headline had health not been looked at. */
  delivery: requestLabelSchema,
  health: z.object({
    state: healthStateSchema,
    /** Unix seconds of the newest report that states a time. */
    reportedAt: z.number().optional(),
    /** First detail of the worst record. */
    detail: z.string().optional(),
  }),
  version: z.object({
    state: versionStateSchema,
    applied: z.string().optional(),
    wanted: z.string().optional(),
    latest: z.string().optional(),
    pinned: z.boolean(),
  }),
  rail: z.array(railStationSchema),
});

/** @public */
export type RequestDescription = z.infer<typeof requestDescriptionSchema>;

/** @public */
export const promiseDescriptionSchema = z.object({
  label: promiseLabelSchema,
  ...described,
  version: z.string().optional(),
  requirements: z.array(
    z.object({
      name: z.string(),
      version: z.string().optional(),
      state: z.enum([
        'installed',
        'not-installed',
        'other-version',
        'not-available',
        'unknown',
      ]),
    }),
  ),
  /** Requests can be made right now and would be worked on. */
  requestable: z.boolean(),
});

/** @public */
export type PromiseDescription = z.infer<typeof promiseDescriptionSchema>;

/** @public */
export const destinationDescriptionSchema = z.object({
  label: destinationLabelSchema,
  ...described,
  store: z
    .object({ kind: z.string(), name: z.string(), label: storeLabelSchema })
    .optional(),
});

/** @public */
export type DestinationDescription = z.infer<
  typeof destinationDescriptionSchema
>;

/** @public */
export const platformDescriptionSchema = z.object({
  label: platformLabelSchema,
  ...described,
  /** RFC 3339. */
  lastContact: z.string().optional(),
  /** Plain reason while it fails. */
  reason: z.string().optional(),
  /** `group/plural` of kinds that are refused or absent. */
  missingKinds: z.array(z.string()),
  /** Writing is possible. */
  writable: z.boolean(),
});

/** @public */
export type PlatformDescription = z.infer<typeof platformDescriptionSchema>;
