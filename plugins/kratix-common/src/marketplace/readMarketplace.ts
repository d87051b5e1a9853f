import type { MarketplaceFinding } from '../api';
import { asText, isRecord, recordAt, textAt, type KubeObject } from '../kube';
import { besideOf } from './beside';
import { withEntries } from './entries';
import { examplesOf } from './examplesOf';
import { folderOf, mayHoldListings } from './layout';
import { listingOf } from './listingOf';
import {
  readDocuments,
  type ReadDocuments,
  type YamlDocument,
} from './readDocuments';
import { readmeImages } from './readmeImages';
import { readmeWords } from './readmeWords';
import type {
  MarketplaceFile,
  MarketplaceListing,
  MarketplaceReading,
} from './types';

const kratixApi = 'platform.kratix.io/v1alpha1';

/** A document and the file that it is in. @internal */
export type FoundDocument = YamlDocument & { path: string };

/** @public */
export interface ReadMarketplaceOptions {
  /** Of the portal's annotations, ending in a slash. */
  annotationPrefix: string;
  /** Paths of images that are at hand, beside those among the files. */
  images?: readonly string[];
  /** Files that would be among them, had they been readable, and why not. */
  unread?: readonly { path: string; problem: string }[];
  /**
   * By path: what `readDocuments` found, for who has large files read
   * elsewhere. The others are read here.
   */
  documents?: ReadonlyMap<string, ReadDocuments>;
}

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
  options: ReadMarketplaceOptions,
): MarketplaceReading {
  const steps = marketplaceSteps(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * `readMarketplace` in steps, for those who have other things to do between
 * them. One file is a step: of a usual size it takes a few milliseconds, and
 * `documents` is for the others.
 *
 * @public
 */
export function* marketplaceSteps(
  files: readonly MarketplaceFile[],
  options: ReadMarketplaceOptions,
): Generator<void, MarketplaceReading, void> {
  const findings: MarketplaceFinding[] = [];
  const broken = [...(options.unread ?? [])];
  const documents: FoundDocument[] = [];
  for (const { path, text } of inOrder(files)) {
    if (!mayHoldListings(path)) continue;
    const { problem, ...read } =
      options.documents?.get(path) ?? readDocuments(path, text);
    findings.push(...read.findings);
    documents.push(...read.documents.map(one => ({ ...one, path })));
    const unnamed = read.documents.find(
      ({ value }) => isKind(value, 'Promise') && !named(value),
    );
    if (unnamed) findings.push(withoutName(path, unnamed.line));
    if (problem || unnamed) {
      broken.push({ path, problem: problem ?? withoutName(path, 0).text });
    }
    yield;
  }
  const beside = besideOf(inOrder(files), options.images ?? []);
  const releases = releasesByFolder(documents);
  const promises: { promise: KubeObject; folder: string }[] = [];
  const listings: Omit<MarketplaceListing, 'entry' | 'examples'>[] = [];
  for (const { path, line, value } of documents) {
    const promise = isKind(value, 'Promise') ? named(value) : undefined;
    if (!promise) continue;
    const folder = folderOf(path);
    const { readme, logo } = beside(folder);
    promises.push({ promise, folder });
    listings.push({
      ...listingOf({
        path,
        folder,
        line,
        promise,
        words: readme ? readmeWords(readme.text) : {},
        annotationPrefix: options.annotationPrefix,
      }),
      ...(readme && { readme: readme.path }),
      ...(logo && { logo }),
      readmeImages: readme
        ? readmeImages(folderOf(readme.path), readme.text)
        : [],
      releases: releases.get(folder) ?? [],
    });
    yield;
  }
  const examples = examplesOf(promises, documents);
  return {
    ...withEntries(
      listings.map((one, at) => ({ ...one, examples: examples[at] })),
      broken,
    ),
    findings,
  };
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

function withoutName(path: string, line: number): MarketplaceFinding {
  const text = 'It is a Promise without metadata.name.';
  return { severity: 'broken', path, line, text };
}

/** Those in a folder below install what the Promise requires. */
function releasesByFolder(
  documents: readonly FoundDocument[],
): Map<string, MarketplaceListing['releases']> {
  const byFolder = new Map<string, MarketplaceListing['releases']>();
  for (const { value, path } of documents) {
    if (!isKind(value, 'PromiseRelease')) continue;
    const { version, sourceRef } = recordAt(value, 'spec');
    const url = textAt(sourceRef, 'url');
    const release = {
      path,
      ...(url && { url }),
      ...(asText(version) && { version: asText(version) }),
    };
    const known = byFolder.get(folderOf(path));
    if (known) known.push(release);
    else byFolder.set(folderOf(path), [release]);
  }
  return byFolder;
}
