import { asText, listAt, recordAt, textAt, type KubeObject } from '../kube';
import { apiOfPromise } from '../promises';
import { folderOf, foldersAround } from './layout';
import type { FoundDocument } from './readMarketplace';
import type { MarketplaceListing } from './types';

/** A page has an end, and a folder may hold the requests of a whole company. */
const most = 20;

type Examples = MarketplaceListing['examples'];

interface Taker {
  at: number;
  folders: string[];
  versions: Set<string>;
}

/**
 * Requests among the documents, for each Promise: told by what they ask for,
 * never by the name of their file. Where several Promises offer the same API, a
 * request goes to those in its own folder or nearest above it.
 *
 * @internal
 */
export function examplesOf(
  promises: readonly { promise: KubeObject; folder: string }[],
  documents: readonly FoundDocument[],
): Examples[] {
  const examples: Examples[] = promises.map(() => []);
  const takers = new Map<string, Taker[]>();
  promises.forEach(({ promise, folder }, at) => {
    const offered = apiOfPromise(promise);
    if (!('api' in offered)) return;
    const { group, kind } = offered.api;
    const key = `${group}/${kind}`;
    const versions = versionsOf(promise);
    const folders = foldersAround(folder);
    const known = takers.get(key) ?? [];
    takers.set(key, [...known, { at, folders, versions }]);
  });
  for (const { value, path } of documents) {
    const [group, version = ''] = (textAt(value, 'apiVersion') ?? '').split(
      '/',
    );
    const fitting = (
      takers.get(`${group}/${textAt(value, 'kind') ?? ''}`) ?? []
    ).filter(({ versions }) => versions.has(version));
    for (const { at } of nearest(fitting, folderOf(path))) {
      if (examples[at].length >= most) continue;
      const metadata = recordAt(value, 'metadata');
      const name = asText(metadata.name) ?? '';
      const object = { ...value, metadata: { ...metadata, name } };
      examples[at].push({ path, object });
    }
  }
  return examples;
}

function nearest(takers: readonly Taker[], folder: string): readonly Taker[] {
  const distances = takers.map(({ folders }) =>
    Math.max(...folders.map(one => depthAbove(one, folder))),
  );
  const best = Math.max(...distances);
  return takers.filter((_taker, at) => distances[at] === best);
}

/** How long a folder is that holds another; -1 where it doesn't. */
function depthAbove(outer: string, inner: string): number {
  const holds =
    outer === '' || inner === outer || inner.startsWith(`${outer}/`);
  return holds ? outer.length : -1;
}

function versionsOf(promise: KubeObject): Set<string> {
  const versions = listAt(promise, 'spec', 'api', 'spec', 'versions');
  return new Set(versions.map(one => textAt(one, 'name') ?? ''));
}
