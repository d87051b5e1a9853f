import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  MarketplaceReadOptions,
  MarketplaceSource,
  MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { inTime } from './inTime';
import { placesInTree } from './placesInTree';
import { ReadingBasket } from './ReadingBasket';
import { readConfiguredUrl } from './readConfiguredUrl';
import { SourceProblem, sourceProblem } from './SourceProblem';

/**
 * A tree that Backstage's URL readers can read: a repository, a folder of one,
 * or a bucket; with the integrations' credentials.
 *
 * @internal
 */
export function treeSourceType(
  integrations: ScmIntegrationRegistry,
): MarketplaceSourceType {
  return {
    key: 'tree',
    create: ({ config, id, urlReader }) =>
      treeSource({
        url: readConfiguredUrl(config, id, 'tree.url'),
        isPublic: config.getOptionalBoolean('tree.public') ?? false,
        urlReader,
        integrations,
      }),
  };
}

interface Tree {
  url: string;
  /** Anybody can read it without credentials: config says so. */
  isPublic: boolean;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
}

/** @internal */
export function treeSource(tree: Tree): MarketplaceSource {
  return {
    async read(options) {
      try {
        return await inTime(options.signal, readTree(tree, options));
      } catch (error) {
        if (error instanceof Error && error.name === 'NotModifiedError') {
          return 'unchanged';
        }
        throw sourceProblem(error);
      }
    },
  };
}

async function readTree(
  { url, isPublic, urlReader, integrations }: Tree,
  { etag, signal }: MarketplaceReadOptions,
) {
  const basket = new ReadingBasket();
  const asked = new Set<string>();
  let seen = 0;
  const tree = await urlReader.readTree(url, {
    ...(etag && { etag }),
    signal,
    filter: (path, info) => {
      seen += 1;
      const isWanted = basket.wants(path, info?.size);
      if (isWanted) asked.add(path);
      return isWanted;
    },
  });
  const files = await tree.files();
  basket.checkAmount();
  // Some readers take a page of HTML for an archive without files; that is no
  // reason to forget what was there.
  if (seen + files.length === 0) {
    throw new SourceProblem(
      'There are no files: its host sent no archive, or the folder is not there.',
    );
  }
  const placesOf = placesInTree({
    url,
    commit: tree.etag,
    isPublic,
    integrations,
  });
  for (const { path, content } of files) {
    // Readers of buckets know no filter, nor how large a file is.
    if (!asked.has(path) && !basket.wants(path)) continue;
    basket.put({ path, ...placesOf(path) }, await content());
    signal.throwIfAborted();
  }
  return { ...basket.reading(), etag: tree.etag, revision: tree.etag };
}
