import {
  readMarketplace,
  type MarketplaceSourceView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { MarketplaceImage } from '@kratix-portal/backstage-plugin-kratix-node';
import type { MarketplaceSources, SourceSnapshot } from '../marketplace/types';

/** A source by what it holds. */
export interface FakeSource {
  id: string;
  /** Text by path. */
  files?: Record<string, string>;
  /** By path. */
  images?: Record<string, Omit<MarketplaceImage, 'path'>>;
  view?: Partial<MarketplaceSourceView>;
  /** Where Kratix could fetch a file. */
  publicUrl?: (path: string) => string | undefined;
}

/** Sources in memory. */
export interface FakeSources extends MarketplaceSources {
  /** As if these had been read now, and there were no others. */
  become(...sources: FakeSource[]): void;
}

/** Sources of the marketplace that hold what they are given. */
export function fakeSources(...given: FakeSource[]): FakeSources {
  let sources = given;
  let snapshots = sources.map(snapshotOf);
  let version = 1;
  const named = (id: string) => sources.find(one => one.id === id);
  return {
    snapshots: () => snapshots,
    get version() {
      return version;
    },
    text: async (id, path) => named(id)?.files?.[path],
    image: async (id, path) => {
      const image = named(id)?.images?.[path];
      return image && { path, ...image };
    },
    start: () => {},
    stop: () => {},
    become(...next) {
      sources = next;
      snapshots = sources.map(snapshotOf);
      version += 1;
    },
  };
}

function snapshotOf(source: FakeSource): SourceSnapshot {
  const { id, files = {}, images = {}, view, publicUrl } = source;
  const { listings, broken } = readMarketplace(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    {
      annotationPrefix: 'kratix-portal.io/',
      images: Object.keys(images),
    },
  );
  return {
    view: {
      id,
      title: `Source ${id}`,
      type: 'tree',
      state: 'ready',
      listings: listings.length,
      broken: broken.length,
      readAt: '2026-01-01T00:00:00Z',
      ...view,
    },
    revision: 'abc123',
    listings: listings.map(listing => ({
      source: id,
      listing,
      webUrl: `https://git.example.com/${listing.path}`,
      publicUrl: publicUrl?.(listing.path),
    })),
    broken: broken.map(file => ({ source: id, ...file })),
    images: Object.keys(images),
  };
}
