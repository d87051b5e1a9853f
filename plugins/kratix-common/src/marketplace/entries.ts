import { contentHash } from '../promises';
import { fileNameOf, folderOf } from './layout';
import type { BrokenMarketplaceFile, MarketplaceListing } from './types';

/** Room for a number behind it within what an address takes. */
const longest = 400;

/**
 * Gives listings their keys: the folder, `sql~aws` for `sql/aws`, with the
 * Promise's name behind it where a folder holds several. What is broken gets
 * its key last, so that it never moves what is not.
 *
 * @internal
 */
export function withEntries<
  Listing extends Pick<MarketplaceListing, 'folder' | 'name'>,
>(
  listings: readonly Listing[],
  broken: readonly Omit<BrokenMarketplaceFile, 'entry'>[],
): {
  listings: (Listing & { entry: string })[];
  broken: BrokenMarketplaceFile[];
} {
  const perFolder = new Map<string, number>();
  for (const { folder } of listings) {
    perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const free = (key: string) => {
    for (let number = 1; ; number += 1) {
      const entry = number === 1 ? key : `${key}~${number}`;
      if (taken.has(entry)) continue;
      taken.add(entry);
      return entry;
    }
  };
  return {
    listings: listings.map(listing => {
      const { folder, name } = listing;
      const alone = perFolder.get(folder) === 1 && folder !== '';
      const key = alone ? keyOf(folder) : keyOf(folder, name);
      return { ...listing, entry: free(key) };
    }),
    broken: broken.map(file => {
      const folder = folderOf(file.path);
      const alone = folder !== '' && !taken.has(keyOf(folder));
      const key = alone ? keyOf(folder) : keyOf(folder, fileNameOf(file.path));
      return { ...file, entry: free(key) };
    }),
  };
}

/** Without a character that an address would have to escape. */
function keyOf(folder: string, name?: string): string {
  const parts = [...folder.split('/'), ...(name ? [name] : [])];
  const key = parts
    .filter(Boolean)
    .map(part => part.replace(/[^\w.-]/g, '-'))
    .join('~');
  // Browsers take a lone `.` or `..` for a step up.
  const spelled = /^\.*$/.test(key) ? `-${key}` : key;
  return spelled.length > longest
    ? `${spelled.slice(0, longest - 17)}-${contentHash(spelled)}`
    : spelled;
}
