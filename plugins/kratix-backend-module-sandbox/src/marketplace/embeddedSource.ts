import { isOfMarketplace } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceImage,
  MarketplaceSource,
  MarketplaceSourceFile,
  MarketplaceSourceReading,
  MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { packagedDocument, packagedPath, packagedUrl } from '../packaged';

const contentTypes: Record<string, string> = {
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const folder = packagedPath('marketplace');

/** Paths from the marketplace's root, with slashes, in a fixed order. */
async function paths(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter(one => one.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .map(path => path.split(sep).join('/'))
    .sort();
}

/** Where PromiseReleases of a sandbox find the Promise of a file. */
function publicUrlOf(path: string): string | undefined {
  const [file] = /^[a-z-]+(?=\/promise\.yaml$)/.exec(path) ?? [];
  if (!file) return undefined;
  const { metadata } = packagedDocument(`marketplace/${path}`) as {
    metadata: { labels?: Record<string, string> };
  };
  return packagedUrl(file, metadata.labels?.['kratix.io/promise-version']);
}

/** The marketplace that comes with the sandbox, whole. @internal */
export async function readEmbedded(): Promise<
  Required<Pick<MarketplaceSourceReading, 'etag' | 'files' | 'images'>>
> {
  const files: MarketplaceSourceFile[] = [];
  const images: MarketplaceImage[] = [];
  const hash = createHash('sha256');
  for (const path of await paths()) {
    const data = await readFile(join(folder, path));
    hash.update(`${path}\n${data.length}\n`).update(data);
    const contentType = contentTypes[extname(path)];
    if (contentType) images.push({ path, contentType, data });
    if (!isOfMarketplace(path)) continue;
    const publicUrl = publicUrlOf(path);
    const text = data.toString('utf8');
    files.push({ path, text, ...(publicUrl && { publicUrl }) });
  }
  return { files, images, etag: hash.digest('hex') };
}

const source: MarketplaceSource = {
  async read({ etag }) {
    const reading = await readEmbedded();
    return reading.etag === etag ? 'unchanged' : reading;
  },
};

/**
 * The sources of the marketplace with the key `embedded`: Promises whose
 * pipelines run in a sandbox alone.
 *
 * @internal
 */
export const embeddedSourceType: MarketplaceSourceType = {
  key: 'embedded',
  create: () => source,
};
