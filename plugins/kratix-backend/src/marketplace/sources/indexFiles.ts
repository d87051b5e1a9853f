import type { MarketplaceIndexListing } from '@kratix-portal/backstage-plugin-kratix-common';
import { imageTypeOf } from './imageTypes';

/** A file that an index names, and where it goes in the source's tree. @internal */
export interface IndexFile {
  kind: 'promise' | 'readme' | 'logo' | 'example';
  address: string;
  path: string;
}

/** An entry of an index with the folder that it gets. @internal */
export interface IndexEntry {
  listing: MarketplaceIndexListing;
  folder: string;
  files: IndexFile[];
}

/**
 * Lays out an index as the tree it would be: a folder a listing, with the
 * version below it where a name is there several times.
 *
 * @internal
 */
export function indexEntries(
  listings: readonly MarketplaceIndexListing[],
): IndexEntry[] {
  const perName = new Map<string, number>();
  for (const { name } of listings) {
    perName.set(name, (perName.get(name) ?? 0) + 1);
  }
  return listings.map(listing => {
    const { name, version } = listing;
    const isAlone = perName.get(name) === 1 || !version;
    // A version may be any text, a folder's name may not.
    const below = version?.replace(/[^\w.-]+/g, '-').replace(/^\.+/, '-');
    const folder = isAlone ? name : `${name}/${below}`;
    return { listing, folder, files: filesOf(listing, folder) };
  });
}

function filesOf(
  { promise, readme, logo, example }: MarketplaceIndexListing,
  folder: string,
): IndexFile[] {
  const files: IndexFile[] = [
    { kind: 'promise', address: promise, path: `${folder}/promise.yaml` },
  ];
  if (readme) {
    const path = `${folder}/README.md`;
    files.push({ kind: 'readme', address: readme, path });
  }
  if (logo) {
    const [, extension = 'svg'] = /\.([a-z]+)(?:[?#]|$)/i.exec(logo) ?? [];
    const named = `${folder}/logo.${extension.toLowerCase()}`;
    const path = imageTypeOf(named) ? named : `${folder}/logo.svg`;
    files.push({ kind: 'logo', address: logo, path });
  }
  if (example) {
    const path = `${folder}/example.yaml`;
    files.push({ kind: 'example', address: example, path });
  }
  return files;
}
