import {
  readMarketplaceIndex,
  type MarketplaceFinding,
  type MarketplaceIndexListing,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceReadOptions,
  MarketplaceSource,
  MarketplaceSourceReading,
  MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import pLimit from 'p-limit';
import { indexCalls, type IndexCall } from './indexCalls';
import { indexEntries, type IndexEntry, type IndexFile } from './indexFiles';
import { checkPrefixes, IndexReach } from './indexReach';
import { inTime } from './inTime';
import { ReadingBasket } from './ReadingBasket';
import { readConfiguredUrl } from './readConfiguredUrl';
import { readingLimits } from './readingLimits';
import { reasonOf, SourceProblem, sourceProblem } from './SourceProblem';

/**
 * A list of offers as JSON, by the schema that we publish.
 *
 * @internal
 */
export function indexSourceType(
  integrations: ScmIntegrationRegistry,
): MarketplaceSourceType {
  return {
    key: 'index',
    create: ({ config, id, urlReader, logger }) => {
      const url = readConfiguredUrl(config, id, 'index.url');
      const allow = config.getOptionalStringArray('index.allow') ?? [];
      checkPrefixes(allow, `kratix.marketplace.sources.${id}.index.allow`);
      const reach = new IndexReach(url, allow);
      return indexSource({
        url,
        reach,
        call: indexCalls({ reach, urlReader, integrations }),
        isOpen: !integrations.byUrl(url),
        onFailure: (path, error) =>
          logger.warn(
            `Marketplace source '${id}' could not read ${path}: ${reasonOf(
              error,
            )}`,
          ),
      });
    },
  };
}

interface IndexOptions {
  url: string;
  reach: IndexReach;
  call: IndexCall;
  /** It is read without credentials, as anybody could. */
  isOpen: boolean;
  onFailure?: (path: string, error: unknown) => void;
}

/** Kept beside the files, so that the next read knows what was offered. */
const indexPath = 'index.json';
const atOnce = 8;
/** So that slow listings leave time to put down what came before them. */
const shareForListings = 0.8;

/** @internal */
export function indexSource(options: IndexOptions): MarketplaceSource {
  return {
    async read(read) {
      try {
        return await inTime(read.signal, readIndex(options, read));
      } catch (error) {
        throw sourceProblem(error);
      }
    },
  };
}

async function readIndex(
  options: IndexOptions,
  { etag, previous, signal }: MarketplaceReadOptions,
): Promise<MarketplaceSourceReading | 'unchanged'> {
  const { url, call } = options;
  const bytes = 5 * readingLimits.textBytes;
  const answer = await call(url, { etag, bytes, signal });
  if (answer === 'unchanged') return 'unchanged';
  const text = answer.content.toString('utf8');
  const index = readMarketplaceIndex(parsed(text));
  if (!index) {
    throw new SourceProblem(
      'It is no index: it has to follow the published schema marketplace-index.',
    );
  }
  const kept = keptFiles(await previous());
  const basket = new ReadingBasket();
  basket.keep({ path: indexPath, text });
  for (const problem of index.problems) {
    basket.note({ severity: 'broken', path: indexPath, text: problem });
  }
  const reader = new EntryReader(options, basket, kept, signal);
  const entries = indexEntries(index.listings);
  const limit = pLimit(atOnce);
  await Promise.all(entries.map(one => limit(() => reader.read(one))));
  basket.checkAmount();
  if (reader.failed > 0 && reader.taken === 0) throw reader.lastFailure;
  return {
    ...basket.reading(),
    // Without it all is asked for again, and what failed has another chance.
    ...(reader.failed === 0 && answer.etag && { etag: answer.etag }),
    revision: answer.etag,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Kept {
  /** As they were offered, by folder. */
  entries: Map<string, string>;
  files: Map<string, MarketplaceSourceReading['files'][number]>;
  images: Map<string, MarketplaceSourceReading['images'][number]>;
  /** Paths of files that are older than their offer, as reading them failed. */
  stale: Set<string>;
}

function keptFiles(reading: MarketplaceSourceReading | undefined): Kept {
  const files = new Map(reading?.files.map(file => [file.path, file]));
  const images = new Map(reading?.images.map(image => [image.path, image]));
  const index = readMarketplaceIndex(parsed(files.get(indexPath)?.text ?? ''));
  const entries = indexEntries(index?.listings ?? []);
  return {
    entries: new Map(entries.map(one => [one.folder, offerOf(one.listing)])),
    files,
    images,
    stale: new Set(reading?.findings?.map(({ path }) => path)),
  };
}

/** Two offers of the same text need no second reading. */
function offerOf(listing: MarketplaceIndexListing): string {
  return JSON.stringify(Object.entries(listing).sort());
}

/** Reads the files of entries, or takes those that were read before. */
class EntryReader {
  readonly #options: IndexOptions;
  readonly #basket: ReadingBasket;
  readonly #kept: Kept;
  readonly #signal: AbortSignal;
  failed = 0;
  taken = 0;
  lastFailure: unknown;

  constructor(
    options: IndexOptions,
    basket: ReadingBasket,
    kept: Kept,
    signal: AbortSignal,
  ) {
    this.#options = options;
    this.#basket = basket;
    this.#kept = kept;
    const ms = readingLimits.seconds * 1000 * shareForListings;
    this.#signal = AbortSignal.any([signal, AbortSignal.timeout(ms)]);
  }

  async read(entry: IndexEntry): Promise<void> {
    const { folder, listing } = entry;
    const isSame = this.#kept.entries.get(folder) === offerOf(listing);
    for (const file of entry.files) {
      const kept =
        this.#kept.files.get(file.path) ?? this.#kept.images.get(file.path);
      if (isSame && kept && !this.#kept.stale.has(file.path)) this.#take(kept);
      else await this.#fetch(file, listing, kept);
    }
  }

  #take(kept: Parameters<ReadingBasket['keep']>[0]): void {
    const size = 'data' in kept ? kept.data.length : kept.text.length;
    if (!this.#basket.wants(kept.path, size)) return;
    this.#basket.keep(kept);
    this.taken += 1;
  }

  async #fetch(
    { kind, address, path }: IndexFile,
    listing: MarketplaceIndexListing,
    kept: Parameters<ReadingBasket['keep']>[0] | undefined,
  ): Promise<void> {
    const { url, reach, call, isOpen, onFailure } = this.#options;
    const target = reach.resolve(address, url);
    const severity = kind === 'promise' ? 'broken' : 'warning';
    if (!target) {
      const text =
        'Its address leads out of what the source may read: its own folder, and what `allow` names.';
      this.#basket.note({ severity, path, text });
      return;
    }
    try {
      const { textBytes, imageBytes } = readingLimits;
      const answer = await call(target, {
        bytes: kind === 'logo' ? imageBytes : textBytes,
        signal: this.#signal,
      });
      if (answer === 'unchanged' || !this.#basket.wants(path)) return;
      const { summary } = listing;
      const isPromise = kind === 'promise';
      this.#basket.put(
        {
          path,
          webUrl: target,
          ...(isPromise && summary && { summary }),
          ...(isPromise && isOpen && { publicUrl: target }),
        },
        answer.content,
      );
      this.taken += 1;
    } catch (error) {
      this.failed += 1;
      this.lastFailure = error;
      onFailure?.(path, error);
      this.#note(path, severity, error, kept);
    }
  }

  #note(
    path: string,
    severity: MarketplaceFinding['severity'],
    error: unknown,
    kept: Parameters<ReadingBasket['keep']>[0] | undefined,
  ): void {
    const { message } = sourceProblem(error);
    if (!kept) {
      this.#basket.note({ severity, path, text: message });
      return;
    }
    this.#basket.keep(kept);
    const text = `This is what was read before. ${message}`;
    this.#basket.note({ severity: 'warning', path, text });
  }
}
