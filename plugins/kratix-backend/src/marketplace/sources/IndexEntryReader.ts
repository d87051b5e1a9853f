import type {
  MarketplaceFinding,
  MarketplaceIndexListing,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceImage,
  MarketplaceSourceFile,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { IndexCall } from './indexCalls';
import type { IndexEntry, IndexFile } from './indexFiles';
import type { IndexReach } from './indexReach';
import { offerOf, type KeptOfIndex } from './keptOfIndex';
import type { ReadingBasket } from './ReadingBasket';
import { readingLimits } from './readingLimits';
import { sourceProblem } from './SourceProblem';

/** @internal */
export interface IndexOptions {
  url: string;
  reach: IndexReach;
  call: IndexCall;
  /** Whether an address is read without credentials, as anybody could. */
  isOpen(address: string): boolean;
  onFailure?: (path: string, error: unknown) => void;
}

type KeptFile = MarketplaceSourceFile | MarketplaceImage;

/** So that slow listings leave time to put down what came before them. */
const shareForListings = 0.8;

/**
 * Reads the files of entries, or takes those that were read before.
 *
 * @internal
 */
export class IndexEntryReader {
  readonly #options: IndexOptions;
  readonly #basket: ReadingBasket;
  readonly #kept: KeptOfIndex;
  readonly #signal: AbortSignal;
  failed = 0;
  taken = 0;
  lastFailure: unknown;

  constructor(
    options: IndexOptions,
    basket: ReadingBasket,
    kept: KeptOfIndex,
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
      const kept = this.#kept.files.get(file.path);
      if (isSame && kept && !this.#kept.stale.has(file.path)) this.#take(kept);
      else await this.#fetch(file, listing, kept);
    }
  }

  #take(kept: KeptFile): void {
    const size = 'data' in kept ? kept.data.length : kept.text.length;
    if (!this.#basket.wants(kept.path, size)) return;
    this.#basket.keep(kept);
    this.taken += 1;
  }

  async #fetch(
    { kind, address, path }: IndexFile,
    listing: MarketplaceIndexListing,
    kept: KeptFile | undefined,
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
          ...(isPromise && isOpen(target) && { publicUrl: target }),
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
    kept: KeptFile | undefined,
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
