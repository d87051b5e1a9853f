import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { fetchWithin, within, type Fetched } from './fetchWithin';
import type { IndexReach } from './indexReach';
import { SourceProblem } from './SourceProblem';

/** Reads one address of an index. @internal */
export type IndexCall = (
  address: string,
  options: { etag?: string; bytes: number; signal: AbortSignal },
) => Promise<Fetched>;

/**
 * How an index is read: files of a repository by Backstage's reader of its
 * host, with its credentials; everything else as anybody would, without any.
 *
 * @internal
 */
export function indexCalls(options: {
  reach: IndexReach;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
}): IndexCall {
  const { reach, urlReader, integrations } = options;
  return async (address, call) => {
    if (!integrations.byUrl(address)) {
      return fetchWithin(address, { ...call, reach });
    }
    // Such a reader calls its host's API, made from the address.
    if (!reach.holds(new URL(address))) {
      throw new SourceProblem(
        'It leads out of what the source may read: its own folder, and what `allow` names.',
      );
    }
    return readByIntegration(urlReader, address, call);
  };
}

async function readByIntegration(
  urlReader: UrlReaderService,
  address: string,
  { etag, bytes, signal }: Parameters<IndexCall>[1],
): Promise<Fetched> {
  try {
    const answer = await urlReader.readUrl(address, { etag, signal });
    // Not all readers have a stream, which ends before all of it is in memory.
    const chunks = answer.stream?.() ?? [await answer.buffer()];
    return { content: await within(chunks, bytes), etag: answer.etag };
  } catch (error) {
    if (error instanceof Error && error.name === 'NotModifiedError') {
      return 'unchanged';
    }
    throw error;
  }
}
