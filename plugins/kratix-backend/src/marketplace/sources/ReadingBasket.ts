import {
  isOfMarketplace,
  mayHoldListings,
  type MarketplaceFinding,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceImage,
  MarketplaceSourceFile,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { imageTypeOf } from './imageTypes';
import { readingLimits } from './readingLimits';
import { SourceProblem } from './SourceProblem';

/**
 * Takes the files of a source one after the other, and no more than a source
 * may hold: what is beyond is never kept, and the whole is then refused.
 *
 * @internal
 */
export class ReadingBasket {
  readonly #files: MarketplaceSourceFile[] = [];
  readonly #images: MarketplaceImage[] = [];
  readonly #findings: MarketplaceFinding[] = [];
  #count = 0;
  #announcedBytes = 0;
  #takenBytes = 0;

  /**
   * Whether a file of this size is to be read at all. Never throws: archives
   * ask in the midst of a stream, where an error would be nobody's.
   */
  wants(path: string, size = 0): boolean {
    if (this.#tooMuch() || !isWanted(path)) return false;
    if (size > limitOf(path)) {
      this.#refuse(path, size);
      return false;
    }
    this.#count += 1;
    this.#announcedBytes += size;
    return !this.#tooMuch();
  }

  /** @throws SourceProblem where the source holds more than it may */
  checkAmount(): void {
    const sentence = this.#tooMuch();
    if (sentence) throw new SourceProblem(sentence);
  }

  /**
   * A file that was wanted. Its size is looked at again: hosts may lie.
   *
   * @throws SourceProblem where the source holds more than it may
   */
  put(file: Omit<MarketplaceSourceFile, 'text'>, content: Buffer): void {
    this.#takenBytes += content.length;
    this.checkAmount();
    const { path } = file;
    const contentType = imageTypeOf(path);
    if (content.length > limitOf(path)) {
      this.#refuse(path, content.length);
    } else if (contentType) {
      this.#images.push({ path, contentType, data: content });
    } else if (content.includes(0)) {
      this.#note(path, 'It is no text.');
    } else {
      this.#files.push({ ...file, text: content.toString('utf8') });
    }
  }

  /** A file as it was read before. */
  keep(file: MarketplaceSourceFile | MarketplaceImage): void {
    if ('data' in file) this.#images.push(file);
    else this.#files.push(file);
  }

  note(finding: MarketplaceFinding): void {
    this.#findings.push(finding);
  }

  reading(): MarketplaceSourceReading {
    return {
      files: this.#files,
      images: this.#images,
      findings: this.#findings,
    };
  }

  #tooMuch(): string | undefined {
    const most = (limit: number) => limit.toLocaleString('en-US');
    if (this.#count > readingLimits.files) {
      return `It holds more than ${most(
        readingLimits.files,
      )} files of a marketplace; none of them is read.`;
    }
    const bytes = Math.max(this.#announcedBytes, this.#takenBytes);
    if (bytes > readingLimits.allBytes) {
      return `Its files have more than ${most(
        readingLimits.allBytes / 1_000_000,
      )} MB together; none of them is read.`;
    }
    return undefined;
  }

  #refuse(path: string, size: number): void {
    const kilobytes = Math.ceil(size / 1000).toLocaleString('en-US');
    const most = (limitOf(path) / 1000).toLocaleString('en-US');
    this.#note(path, `It has ${kilobytes} KB; ${most} KB are read at most.`);
  }

  #note(path: string, text: string): void {
    this.#findings.push({ severity: severityOf(path), path, text });
  }
}

/** A Promise may be in it; of a README or a picture less is lost. */
function severityOf(path: string): MarketplaceFinding['severity'] {
  if (mayHoldListings(path)) return 'broken';
  return imageTypeOf(path) ? 'note' : 'warning';
}

function isWanted(path: string): boolean {
  const steps = path.split('/');
  return (
    path.length <= readingLimits.pathCharacters &&
    !steps.includes('..') &&
    !path.startsWith('/') &&
    (isOfMarketplace(path) || imageTypeOf(path) !== undefined)
  );
}

function limitOf(path: string): number {
  return imageTypeOf(path) ? readingLimits.imageBytes : readingLimits.textBytes;
}
