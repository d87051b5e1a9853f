import {
  readMarketplaceIndex,
  type MarketplaceIndexListing,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceImage,
  MarketplaceSourceFile,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { indexEntries } from './indexFiles';

/** Kept beside the files, so that the next read knows what was offered. @internal */
export const indexPath = 'index.json';

/** @internal */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What was read of an index before. @internal */
export interface KeptOfIndex {
  /** As they were offered, by folder. */
  entries: Map<string, string>;
  files: Map<string, MarketplaceSourceFile | MarketplaceImage>;
  /** Paths of files that are older than their offer, as reading them failed. */
  stale: Set<string>;
}

/** @internal */
export function keptOfIndex(
  reading: MarketplaceSourceReading | undefined,
): KeptOfIndex {
  const { files = [], images = [], findings = [] } = reading ?? {};
  const text = files.find(({ path }) => path === indexPath)?.text ?? '';
  const index = readMarketplaceIndex(jsonOf(text));
  const entries = indexEntries(index?.listings ?? []);
  return {
    entries: new Map(entries.map(one => [one.folder, offerOf(one.listing)])),
    files: new Map([...files, ...images].map(file => [file.path, file])),
    stale: new Set(findings.map(({ path }) => path)),
  };
}

/** Two offers of the same text need no second reading. @internal */
export function offerOf(listing: MarketplaceIndexListing): string {
  return JSON.stringify(Object.entries(listing).sort());
}
