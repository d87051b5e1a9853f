import type {
  BrokenMarketplaceFile,
  MarketplaceListing,
  MarketplaceSourceView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { MarketplaceImage } from '@kratix-portal/backstage-plugin-kratix-node';

/** What config says of the marketplace beside its sources. @internal */
export interface MarketplaceSettings {
  /** Images of other hosts may be loaded by READMEs. */
  externalImages: boolean;
  /** Patterns of images that may be installed; absent: all. */
  allowedImages?: readonly string[];
}

/** A listing as it is kept. @internal */
export interface KeptListing {
  source: string;
  listing: MarketplaceListing;
  /** Of the Promise's file. */
  webUrl?: string;
  publicUrl?: string;
}

/** A file of which no listing came, and why. @internal */
export interface BrokenListing extends BrokenMarketplaceFile {
  source: string;
}

/** What is known of one source, read now or before an outage. @internal */
export interface SourceSnapshot {
  /** `broken` counted for all. */
  view: MarketplaceSourceView;
  revision?: string;
  listings: readonly KeptListing[];
  broken: readonly BrokenListing[];
  /** Paths of images that are kept. */
  images: readonly string[];
}

/**
 * All sources of the marketplace as they were last read. Synchronous: what is
 * known is held in memory, and follows what other replicas read.
 *
 * @internal
 */
export interface MarketplaceSources {
  snapshots(): readonly SourceSnapshot[];
  /** Rises whenever a snapshot changes. */
  readonly version: number;
  /** Text of a README, from the database. */
  text(source: string, path: string): Promise<string | undefined>;
  image(source: string, path: string): Promise<MarketplaceImage | undefined>;
  start(): void;
  stop(): void;
}
