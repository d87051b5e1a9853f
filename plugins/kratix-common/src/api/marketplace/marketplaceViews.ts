import { z } from 'zod';
import { listingRefSchema } from '../objectRefs';
import { apiFieldSchema } from '../promises';

/**
 * How a source of the marketplace is. `waiting`: not read yet. `failed`: what
 * was read before still shows, with its age.
 *
 * @public
 */
export const marketplaceSourceViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** `tree`, `index`, `folder`, or a type that a module brings. */
  type: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  listings: z.number(),
  /** Listings that can't be used; zero for those who may not install. */
  broken: z.number(),
  /** RFC 3339 of the last read that brought something or found nothing new. */
  readAt: z.string().optional(),
  /** RFC 3339 since when reading fails. */
  failingSince: z.string().optional(),
  /** What is wrong, in a sentence; without addresses or credentials. */
  problem: z.string().optional(),
});

/** @public */
export type MarketplaceSourceView = z.infer<typeof marketplaceSourceViewSchema>;

/**
 * What a platform has of a listing. `installed`: the same version. `update`: an
 * older one. `newer-installed`: a newer one. `differs`: versions that have no
 * order, or another content at the same version. `elsewhere`: a Promise of the
 * same name and API that another listing installed. `name-taken`: a Promise of
 * that name with another API. `unknown`: the platform can't be read.
 *
 * @public
 */
export const installStateSchema = z.object({
  platform: z.string(),
  state: z.enum([
    'not-installed',
    'installed',
    'update',
    'newer-installed',
    'differs',
    'elsewhere',
    'name-taken',
    'unknown',
  ]),
  /** Of the Promise that is there. */
  version: z.string().optional(),
  /**
   * How it is known that this listing is what is there. `recorded`: written down
   * at the install. `certain`: name, group, kind and content are the same.
   * `likely`: name, group and kind are.
   */
  confidence: z.enum(['recorded', 'certain', 'likely']).optional(),
});

/** @public */
export type InstallState = z.infer<typeof installStateSchema>;

/** A requirement, at an exact version: Kratix has no ranges. @public */
export const promiseRequirementSchema = z.object({
  name: z.string(),
  version: z.string().optional(),
});

/** @public */
export type PromiseRequirement = z.infer<typeof promiseRequirementSchema>;

/** A listing on a card or in a table. @public */
export const listingViewSchema = listingRefSchema.extend({
  /** `metadata.name` of the Promise; of a broken one its path. */
  name: z.string(),
  title: z.string(),
  summary: z.string().optional(),
  category: z.string().optional(),
  version: z.string().optional(),
  /** Path of its logo among the listing's files. */
  logo: z.string().optional(),
  /** Absent for a Promise that only installs software. */
  api: z
    .object({
      group: z.string(),
      kind: z.string(),
      version: z.string(),
      plural: z.string(),
    })
    .optional(),
  /** Puts something on Destinations when it is installed. */
  installsSoftware: z.boolean(),
  requires: z.array(promiseRequirementSchema),
  /** Other listings that install a Promise of this name. */
  sameName: z.number(),
  /** What is wrong with it; only broken ones have it, for installers alone. */
  problem: z.string().optional(),
  installs: z.array(installStateSchema),
});

/** @public */
export type ListingView = z.infer<typeof listingViewSchema>;

/** Something odd about a file, for those who curate or install. @public */
export const marketplaceFindingSchema = z.object({
  /** `broken`: what it is about can't be used. */
  severity: z.enum(['broken', 'warning', 'note']),
  path: z.string(),
  /** From 1, where it is known. */
  line: z.number().optional(),
  text: z.string(),
});

/** @public */
export type MarketplaceFinding = z.infer<typeof marketplaceFindingSchema>;

/** A container image that a pipeline runs. @public */
export const pipelineImageSchema = z.object({
  image: z.string(),
  /** `resource.configure/instance-configure`. */
  pipeline: z.string(),
  container: z.string(),
  /** Another image may hide behind the same name tomorrow. */
  mutable: z.boolean(),
});

/** @public */
export type PipelineImage = z.infer<typeof pipelineImageSchema>;

/** A right that a pipeline asks for. @public */
export const askedRightSchema = z.object({
  pipeline: z.string(),
  /** `*`: in all namespaces. Absent: in the pipeline's own. */
  namespace: z.string().optional(),
  apiGroups: z.array(z.string()),
  resources: z.array(z.string()),
  /** Only objects of these names, where there are any. */
  resourceNames: z.array(z.string()),
  verbs: z.array(z.string()),
  /** In all namespaces. */
  clusterWide: z.boolean(),
  /** May read Secrets. */
  readsSecrets: z.boolean(),
});

/** @public */
export type AskedRight = z.infer<typeof askedRightSchema>;

/** The page of one listing. @public */
export const listingDetailSchema = listingViewSchema.extend({
  /** Markdown by the author; untrusted. */
  readme: z.string().optional(),
  /** Folder of the README from the source's root: its links start there. */
  readmeFolder: z.string(),
  /** Images of the source that the README may show, by path. */
  images: z.array(z.string()),
  /** Images of other hosts may be loaded: config allows it. */
  externalImages: z.boolean(),
  /** Of the Promise's file from the source's root. */
  path: z.string(),
  /** Where a person can look at that file. */
  webUrl: z.string().optional(),
  /** Where Kratix could fetch the Promise itself. */
  promiseUrl: z.string().optional(),
  /** What the source was read at: a commit or an ETag. */
  revision: z.string().optional(),
  readAt: z.string().optional(),
  /** The Promise as YAML, as it would be applied. */
  manifest: z.string(),
  fields: z.array(apiFieldSchema),
  /** OpenAPI v3 of the version that `api` names. */
  schema: z.unknown().optional(),
  /** As `PromiseDetail.hints`. */
  hints: z.record(z.string(), z.unknown()).optional(),
  /** YAML texts of whole requests. */
  examples: z.object({
    /** Beside the Promise in its source. */
    byAuthor: z.array(z.object({ path: z.string(), yaml: z.string() })),
    minimal: z.string().optional(),
    full: z.string().optional(),
  }),
  pipelineImages: z.array(pipelineImageSchema),
  rights: z.array(askedRightSchema),
  /** What it puts on every matching Destination, by kind. */
  dependencies: z.array(z.object({ kind: z.string(), count: z.number() })),
  destinationSelectors: z.array(z.record(z.string(), z.string())),
  /** Other listings that install a Promise of this name, at any version. */
  others: z.array(
    listingRefSchema.extend({
      title: z.string(),
      version: z.string().optional(),
    }),
  ),
  /** For those who may install; empty for others. */
  findings: z.array(marketplaceFindingSchema),
  /** What this person may do, as far as the portal decides. */
  allowed: z.object({
    install: z.boolean(),
    upgrade: z.boolean(),
    uninstall: z.boolean(),
  }),
});

/** @public */
export type ListingDetail = z.infer<typeof listingDetailSchema>;
