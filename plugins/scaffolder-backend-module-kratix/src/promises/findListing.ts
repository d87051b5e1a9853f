import { InputError } from '@backstage/errors';
import type {
  KratixApi,
  KratixCallOptions,
  ListingRef,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** How a step says which listing it means. @internal */
export interface WantedListing {
  source?: string;
  entry?: string;
  promise?: string;
  version?: string;
}

/**
 * The one listing that a step means: by its place, or by the name of its
 * Promise where just one source has that.
 *
 * @throws InputError where there is none or several
 * @internal
 */
export async function findListing(
  api: Pick<KratixApi, 'listListings'>,
  wanted: WantedListing,
  call: () => Promise<KratixCallOptions>,
): Promise<ListingRef> {
  const { source, entry, promise, version } = wanted;
  if (source && entry) return { source, entry };
  if (!promise) {
    throw new InputError('Say which: source and entry, or promise');
  }
  const { items } = await api.listListings(
    { q: promise, ...(source && { source: [source] }), size: 100 },
    await call(),
  );
  const found = items.filter(
    one =>
      one.name === promise &&
      one.problem === undefined &&
      (!version || one.version === version),
  );
  const what = version ? `${promise} ${version}` : promise;
  if (found.length === 0) throw new InputError(`No source offers ${what}`);
  if (found.length > 1) {
    const places = found.map(one => `${one.source}/${one.entry}`).join(', ');
    throw new InputError(
      `Several listings install ${what}: ${places}. Say which by source and entry`,
    );
  }
  const [one] = found;
  return { source: one.source, entry: one.entry };
}
