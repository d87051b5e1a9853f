import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  MarketplaceFile,
  MarketplaceFinding,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A text file of a source, and where else it can be had. @public */
export interface MarketplaceSourceFile extends MarketplaceFile {
  /** Where a person can look at it. */
  webUrl?: string;
  /** Where anybody gets the same bytes without credentials: Kratix among them. */
  publicUrl?: string;
  /** What the source says of the Promise in it; used where it is silent. */
  summary?: string;
}

/** An image of a source: a logo, or one that a README shows. @public */
export interface MarketplaceImage {
  /** From the source's root. */
  path: string;
  /** `image/png`. */
  contentType: string;
  data: Buffer;
}

/** What a source holds, whole. @public */
export interface MarketplaceSourceReading {
  files: MarketplaceSourceFile[];
  images: MarketplaceImage[];
  /** About files that were not read, or are not as new as they could be. */
  findings?: MarketplaceFinding[];
  /** Handed back at the next read, so that the same is not read again. */
  etag?: string;
  /** For people: a commit or a date. */
  revision?: string;
}

/** Options of a read. @public */
export interface MarketplaceReadOptions {
  /** Of the last read that succeeded. */
  etag?: string;
  /** What that read brought; read only by who needs it. */
  previous: () => Promise<MarketplaceSourceReading | undefined>;
  signal: AbortSignal;
}

/** Where listings come from. @public */
export interface MarketplaceSource {
  /**
   * All or nothing: a source that dies in the midst of it throws.
   *
   * @throws Error whose message is a sentence for people, without credentials
   */
  read(
    options: MarketplaceReadOptions,
  ): Promise<MarketplaceSourceReading | 'unchanged'>;
}

/**
 * A kind of source, found by the key that it has in a source's config: `tree`,
 * `index`, `folder`, or one that a module brings.
 *
 * @public
 */
export interface MarketplaceSourceType {
  /** The config key. */
  key: string;
  /** @throws InputError naming the config key in error */
  create(options: {
    id: string;
    /** `kratix.marketplace.sources.<id>`. */
    config: Config;
    urlReader: UrlReaderService;
    logger: LoggerService;
  }): MarketplaceSource;
}
