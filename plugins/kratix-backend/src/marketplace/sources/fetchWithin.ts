import type { IndexReach } from './indexReach';
import { SourceProblem } from './SourceProblem';

/** What an address answered. @internal */
export type Fetched =
  | 'unchanged'
  | { content: Buffer; etag?: string; contentType?: string };

const redirects = [301, 302, 303, 307, 308];
const mostHops = 5;

/**
 * Fetches an address within reach, follows redirects within reach alone, and
 * reads no more than `bytes`. Redirects are followed here since `fetch` would
 * call wherever a host points before anybody could look.
 *
 * @throws SourceProblem for what is out of reach or too long, else what fetch
 *   throws
 * @internal
 */
export async function fetchWithin(
  address: string,
  options: {
    reach: IndexReach;
    etag?: string;
    bytes: number;
    signal: AbortSignal;
  },
): Promise<Fetched> {
  const { reach, etag, bytes, signal } = options;
  let url = new URL(address);
  for (let hop = 0; hop <= mostHops; hop += 1) {
    if (!reach.holds(url)) {
      throw new SourceProblem(
        'It leads out of what the source may read: its own folder, and what `allow` names.',
      );
    }
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: etag ? { 'if-none-match': etag } : {},
    });
    const location = response.headers.get('location');
    if (redirects.includes(response.status) && location) {
      await response.body?.cancel();
      url = new URL(location, url);
      continue;
    }
    if (response.status === 304 && etag) {
      await response.body?.cancel();
      return 'unchanged';
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`could not read it, ${response.status}`);
    }
    return {
      content: await within(bodyOf(response), bytes),
      etag: response.headers.get('etag') ?? undefined,
      contentType: response.headers.get('content-type') ?? undefined,
    };
  }
  throw new SourceProblem(`It redirects more than ${mostHops} times.`);
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) return;
      yield next.value;
    }
  } finally {
    await reader?.cancel();
  }
}

/**
 * The whole of it, unless it is too long: then no more of it is read.
 *
 * @throws SourceProblem
 * @internal
 */
export async function within(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bytes: number,
): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > bytes) {
      const most = (bytes / 1000).toLocaleString('en-US');
      throw new SourceProblem(`It is longer than ${most} KB.`);
    }
    kept.push(chunk);
  }
  return Buffer.concat(kept);
}
