import { z } from 'zod';
import {
  destinationDescriptionSchema,
  platformDescriptionSchema,
  platformLabelSchema,
  promiseDescriptionSchema,
  requestDescriptionSchema,
} from './descriptions';

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
export const requestRefSchema = z.object({
  platform: z.string().regex(/^[a-z0-9]([-a-z0-9]{0,22}[a-z0-9])?$/),
  crd: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/),
  namespace: z.string().regex(/^(-|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$/),
  name: z.string().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/),
});

/** @public */
export const promiseRefSchema = z.object({
  platform: requestRefSchema.shape.platform,
  name: requestRefSchema.shape.name,
});

/** @public */
export const destinationRefSchema = promiseRefSchema;

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
  counts: z.object({
    promises: z.number(),
    requests: z.number(),
    destinations: z.number(),
    attention: z.number(),
  }),
  /** Milliseconds from change to cache. */
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
      count: z.number(),
      promise: z.string().optional(),
    }),
  ),
  entityRef: z.string(),
});

/** @public */
export type PlatformView = z.infer<typeof platformViewSchema>;

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
  counts: z.object({
    requests: z.number(),
    attention: z.number(),
    inProgress: z.number(),
    ready: z.number(),
    outdated: z.number(),
  }),
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
  /** YAML texts. */
  examples: z.object({ minimal: z.string(), full: z.string() }).optional(),
  /** OpenAPI v3 of the storage version, as the author wrote it. */
  schema: z.unknown().optional(),
  /** What the form engine simplified, for authors. */
  notes: z.array(z.object({ pointer: z.string(), text: z.string() })),
  destinationSelectors: z.array(z.record(z.string(), z.string())),
  matchingDestinations: z.array(z.string()),
  destinationCount: z.number(),
  /** Other Promises that declare the same CRD. */
  clashesWith: z.array(z.string()),
  paused: z.boolean(),
});

/** @public */
export type PromiseDetail = z.infer<typeof promiseDetailSchema>;

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

/** One pipeline of the current workflow, by `pipelines[]` and its Job. @public */
export const stepSchema = z.object({
  name: z.string(),
  phase: z.enum([
    'pending',
    'running',
    'succeeded',
    'failed',
    'suspended',
    'not-run',
    'unknown',
  ]),
  action: z.enum(['configure', 'delete']),
  message: z.string().optional(),
  attempts: z.number().optional(),
  nextRetryAt: z.string().optional(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  containers: z.array(
    z.object({
      name: z.string(),
      image: z.string(),
      /** Kratix's own: reader, work-writer, status-writer. */
      own: z.boolean(),
      state: z.enum(['waiting', 'running', 'succeeded', 'failed', 'unknown']),
      exitCode: z.number().optional(),
      reason: z.string().optional(),
    }),
  ),
});

/** @public */
export type Step = z.infer<typeof stepSchema>;

/** One run: the Jobs from one start of the first step on. @public */
export const pipelineRunSchema = z.object({
  id: z.string(),
  action: z.enum(['configure', 'delete']),
  startedAt: z.string().optional(),
  /** The request's spec differed from that of the run before. */
  specChanged: z.boolean(),
  steps: z.array(stepSchema),
});

/** @public */
export type PipelineRun = z.infer<typeof pipelineRunSchema>;

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

/** `GET …/related`. @public */
export const requestTraceSchema = z.object({
  runs: z.array(pipelineRunSchema),
  placements: z.array(placementViewSchema),
  /** False: the person may not read placements. */
  placementsVisible: z.boolean(),
  parents: z.array(requestViewSchema),
  children: z.array(requestViewSchema),
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

/** @public */
export const destinationViewSchema = z.object({
  platform: z.string(),
  name: z.string(),
  labels: z.record(z.string(), z.string()),
  path: z.string().optional(),
  strict: z.boolean(),
  previewOnly: z.boolean(),
  cleanup: z.string().optional(),
  filepathMode: z.string().optional(),
  description: destinationDescriptionSchema,
  store: z
    .object({
      kind: z.string(),
      name: z.string(),
      /** URL or endpoint/bucket, without credentials. */
      location: z.string().optional(),
      branch: z.string().optional(),
      path: z.string().optional(),
      authMethod: z.string().optional(),
    })
    .optional(),
  counts: z.object({ placements: z.number(), failing: z.number() }),
  lastWrite: z.string().optional(),
  checkedAt: z.string().optional(),
  entityRef: z.string(),
});

/** @public */
export type DestinationView = z.infer<typeof destinationViewSchema>;

/** @public */
export const destinationDetailSchema = destinationViewSchema.extend({
  freshness: freshnessSchema,
  placements: z.array(
    z.object({
      work: z.string(),
      promise: z.string().optional(),
      /** `platform/crd/namespace/name` of the request, where there is one. */
      request: z.string().optional(),
      write: placementViewSchema.shape.write,
      writeError: z.string().optional(),
      versionId: z.string().optional(),
    }),
  ),
  /** Of all placements; `placements` holds the first 100. */
  placementCount: z.number(),
  matchingPromises: z.array(z.string()),
});

/** @public */
export type DestinationDetail = z.infer<typeof destinationDetailSchema>;

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
