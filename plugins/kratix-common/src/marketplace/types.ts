import type {
  AskedRight,
  ListingView,
  MarketplaceFinding,
  PipelineImage,
  PromiseRequirement,
} from '../api';
import type { KubeObject } from '../kube';

/** A file of a source, by its path from the source's root. @public */
export interface MarketplaceFile {
  /** With slashes, without one in front. */
  path: string;
  text: string;
}

/** What can be installed from one Promise document of a source. @public */
export interface MarketplaceListing {
  /**
   * Key within the source: the folder, with the Promise's name behind a `~`
   * where the folder holds several. Promise names repeat between folders.
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
  api?: NonNullable<ListingView['api']>;
  /** Other Promises that it needs. */
  requires: PromiseRequirement[];
  /** Paths of files beside it. */
  readme?: string;
  logo?: string;
  /** Paths in the source of the images that its README shows. */
  readmeImages: string[];
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
