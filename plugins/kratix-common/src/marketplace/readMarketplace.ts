import { asText, isRecord, recordAt, textAt, type KubeObject } from '../kube';
import { apiOfPromise } from '../promises';
import {
  folderOf,
  foldersAround,
  isLogo,
  isReadme,
  mayHoldListings,
} from './layout';
import { listingOf } from './listingOf';
import { readDocuments, type YamlDocument } from './readDocuments';
import { readmeWords } from './readmeWords';
import type {
  MarketplaceFile,
  MarketplaceFinding,
  MarketplaceListing,
  MarketplaceReading,
} from './types';

const kratixApi = 'platform.kratix.io/v1alpha1';

type Found = YamlDocument & { path: string };

/**
 * The Promises that a tree of files offers, whatever its layout: one folder
 * each or several in one, with or without README, examples and releases. Pure
 * and total: what is broken is told, and harms nothing beside it.
 *
 * @param files - in any order; those that `isOfMarketplace` passes over are
 *   ignored
 * @public
 */
export function readMarketplace(
  files: readonly MarketplaceFile[],
  options: { annotationPrefix: string },
): MarketplaceReading {
  const findings: MarketplaceFinding[] = [];
  const documents: Found[] = [];
  for (const { path, text } of inOrder(files)) {
    if (!mayHoldListings(path)) continue;
    const read = readDocuments(path, text);
    findings.push(...read.findings);
    documents.push(...read.documents.map(one => ({ ...one, path })));
  }
  const beside = besideOf(files);
  const promises = documents.filter(({ value }) => isKind(value, 'Promise'));
  const listings = promises.flatMap(found => {
    const promise = named(found.value);
    if (!promise) {
      findings.push(unnamed(found));
      return [];
    }
    const folder = folderOf(found.path);
    const { readme, logo } = beside(folder);
    const listing: MarketplaceListing = {
      ...listingOf({
        path: found.path,
        folder,
        line: found.line,
        promise,
        words: readme ? readmeWords(readme.text) : {},
        annotationPrefix: options.annotationPrefix,
      }),
      entry: folder,
      ...(readme && { readme: readme.path }),
      ...(logo && { logo: logo.path }),
      examples: examplesOf(promise, documents),
      releases: releasesOf(folder, documents),
    };
    return [listing];
  });
  return { listings: withEntries(listings), broken: [], findings };
}

/** Folder before what is below it, so that keys don't depend on the source. */
function inOrder(files: readonly MarketplaceFile[]): MarketplaceFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isKind(value: unknown, kind: string): boolean {
  return (
    textAt(value, 'apiVersion') === kratixApi && textAt(value, 'kind') === kind
  );
}

function named(value: YamlDocument['value']): KubeObject | undefined {
  const { metadata } = value;
  if (!isRecord(metadata)) return undefined;
  const name = asText(metadata.name);
  return name ? { ...value, metadata: { ...metadata, name } } : undefined;
}

function unnamed({ path, line }: Found): MarketplaceFinding {
  return {
    severity: 'broken',
    path,
    line,
    text: 'It is a Promise without metadata.name.',
  };
}

function besideOf(files: readonly MarketplaceFile[]) {
  const readmes = new Map<string, MarketplaceFile>();
  const logos = new Map<string, MarketplaceFile>();
  for (const file of inOrder(files)) {
    const folder = folderOf(file.path);
    if (isReadme(file.path)) readmes.set(folder, file);
    if (isLogo(file.path) && !logos.has(folder)) logos.set(folder, file);
  }
  const nearest = (of: Map<string, MarketplaceFile>, folder: string) =>
    foldersAround(folder)
      .map(one => of.get(one))
      .find(file => file !== undefined);
  return (folder: string) => ({
    readme: nearest(readmes, folder),
    logo: nearest(logos, folder),
  });
}

/** Requests are told by what they ask for, never by the name of their file. */
function examplesOf(
  promise: KubeObject,
  documents: readonly Found[],
): MarketplaceListing['examples'] {
  const offered = apiOfPromise(promise);
  if (!('api' in offered)) return [];
  const { group, kind } = offered.api;
  const versions = versionsOf(promise);
  return documents.flatMap(({ value, path }) => {
    const [of, version] = (textAt(value, 'apiVersion') ?? '').split('/');
    const fits =
      of === group &&
      textAt(value, 'kind') === kind &&
      versions.has(version ?? '');
    return fits
      ? [{ path, object: { ...value, metadata: metadataOf(value) } }]
      : [];
  });
}

function metadataOf(value: YamlDocument['value']): KubeObject['metadata'] {
  const metadata = recordAt(value, 'metadata');
  return { ...metadata, name: asText(metadata.name) ?? '' };
}

function versionsOf(promise: KubeObject): Set<string> {
  const { versions } = recordAt(promise, 'spec', 'api', 'spec');
  return new Set(
    (Array.isArray(versions) ? versions : []).map(
      one => textAt(one, 'name') ?? '',
    ),
  );
}

function releasesOf(
  folder: string,
  documents: readonly Found[],
): MarketplaceListing['releases'] {
  return documents.flatMap(({ value, path }) => {
    // Those in a folder below install what the Promise requires.
    if (!isKind(value, 'PromiseRelease') || folderOf(path) !== folder) {
      return [];
    }
    const url = textAt(value, 'spec', 'sourceRef', 'url');
    const version = textAt(value, 'spec', 'version');
    return [{ path, ...(url && { url }), ...(version && { version }) }];
  });
}

/** Promise names repeat between folders, and folders may hold several. */
function withEntries(listings: MarketplaceListing[]): MarketplaceListing[] {
  const perFolder = new Map<string, number>();
  for (const { folder } of listings) {
    perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  return listings.map(listing => {
    const { folder, name } = listing;
    const alone = perFolder.get(folder) === 1 && folder !== '';
    const key = alone ? folder : [folder, name].filter(Boolean).join('#');
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return { ...listing, entry: before === 0 ? key : `${key}~${before + 1}` };
  });
}
