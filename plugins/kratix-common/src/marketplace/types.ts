import type { KubeObject } from '../kube';

/** A file of a source, by its path from the source's root. @public */
export interface MarketplaceFile {
  /** With slashes, without one in front. */
  path: string;
  text: string;
}

/** Something odd about a file, for those who curate or install. @public */
export interface MarketplaceFinding {
  /** `broken`: what it is about can't be used. */
  severity: 'broken' | 'warning' | 'note';
  path: string;
  /** From 1, where it is known. */
  line?: number;
  text: string;
}

/** A right that a pipeline asks for. @public */
export interface AskedRight {
  pipeline: string;
  /** `*`: in all namespaces. Absent: in the pipeline's own. */
  namespace?: string;
  apiGroups: string[];
  resources: string[];
  /** Only objects of these names, where there are any. */
  resourceNames: string[];
  verbs: string[];
  /** In all namespaces. */
  clusterWide: boolean;
  /** May read Secrets. */
  readsSecrets: boolean;
}

/** A container image that a pipeline runs. @public */
export interface PipelineImage {
  image: string;
  /** `resource.configure/instance-configure`. */
  pipeline: string;
  container: string;
  /** Another image may hide behind the same name tomorrow. */
  mutable: boolean;
}

/** What can be installed from one Promise document of a source. @public */
export interface MarketplaceListing {
  /**
   * Key within the source: the folder, with the Promise's name after a `#` where
   * the folder holds several. Promise names repeat between folders.
   */
  entry: string;
  /** Folder from the source's root; empty for the root. */
  folder: string;
  /** Path of the Promise's file. */
  path: string;
  name: string;
  title: string;
  summary?: string;
  category?: string;
  version?: string;
  /** As it would be applied. */
  promise: KubeObject;
  api?: { group: string; kind: string; version: string; plural: string };
  /** Names in the listing's own source, other Promises, at exact versions. */
  requires: { name: string; version?: string }[];
  /** Paths of files beside it. */
  readme?: string;
  logo?: string;
  /** Requests for it, by example. */
  examples: { path: string; object: KubeObject }[];
  /** PromiseReleases beside it that install this Promise. */
  releases: { path: string; url?: string; version?: string }[];
  images: PipelineImage[];
  rights: AskedRight[];
  /** What it puts on every matching Destination, by kind. */
  dependencies: { kind: string; count: number }[];
  destinationSelectors: Record<string, string>[];
  findings: MarketplaceFinding[];
}

/** A file that would hold a Promise, were it not broken. @public */
export interface BrokenMarketplaceFile {
  /** Key as a listing's. */
  entry: string;
  path: string;
  /** A sentence. */
  problem: string;
}

/** A source as it was read. @public */
export interface MarketplaceReading {
  listings: MarketplaceListing[];
  /** In the marketplace these are shown as broken, to those who may install. */
  broken: BrokenMarketplaceFile[];
  /** About files that led to no listing. */
  findings: MarketplaceFinding[];
}
