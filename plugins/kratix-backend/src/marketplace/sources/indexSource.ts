import { readMarketplaceIndex } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceReadOptions,
  MarketplaceSource,
  MarketplaceSourceReading,
  MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import pLimit from 'p-limit';
import { indexCalls } from './indexCalls';
import { IndexEntryReader, type IndexOptions } from './IndexEntryReader';
import { indexEntries } from './indexFiles';
import { indexPath, jsonOf, keptOfIndex } from './keptOfIndex';
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
        isOpen: address => !integrations.byUrl(address),
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

const atOnce = 8;

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
  const index = readMarketplaceIndex(jsonOf(text));
  if (!index) {
    throw new SourceProblem(
      'It is no index: it has to follow the published schema marketplace-index.',
    );
  }
  const kept = keptOfIndex(await previous());
  const basket = new ReadingBasket();
  basket.keep({ path: indexPath, text });
  for (const problem of index.problems) {
    basket.note({ severity: 'broken', path: indexPath, text: problem });
  }
  const reader = new IndexEntryReader(options, basket, kept, signal);
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
