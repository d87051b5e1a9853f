import type { ListingRef } from '../../api';
import { isRecord, largerThan, textMap, type KubeObject } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { contentHash } from '../../promises';
import { withOrigin } from '../origin';

/** What is written down about an install. @public */
export interface InstallOrigin {
  ref: ListingRef;
  /** Entity ref of the person. */
  installedBy: string;
  /** Of the portal's annotations, ending in a slash. */
  prefix: string;
}

const api = 'platform.kratix.io/v1alpha1';

/** Written by clusters and tools, and not for a listing to say. */
const notForListings = /^kubectl\.kubernetes\.io\//;

/**
 * A Promise as it may be asked for: what clusters write is left out, and labels
 * by which Kratix ties objects together.
 *
 * @public
 */
export function cleanPromise(promise: KubeObject): KubeObject {
  const { metadata, apiVersion, kind, spec } = promise;
  const given = isRecord(metadata) ? metadata : { name: '' };
  const labels = textMap(given.labels);
  delete labels[kratixLabels.promiseReleaseName];
  const annotations = Object.fromEntries(
    Object.entries(textMap(given.annotations)).filter(
      ([key]) => !notForListings.test(key),
    ),
  );
  return {
    apiVersion,
    kind,
    metadata: {
      name: typeof given.name === 'string' ? given.name : '',
      ...(Object.keys(labels).length > 0 && { labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec,
  };
}

/**
 * Is a document beyond what a Promise can be? An API server would refuse it, and
 * before that it keeps everything busy that looks at it.
 *
 * @public
 */
export function isTooLargePromise(document: unknown): boolean {
  return largerThan(document, {
    depth: 200,
    values: 200_000,
    characters: 1_500_000,
  });
}

/** Did a person change what the listing has? @public */
export function isEdited(listed: KubeObject, given: KubeObject): boolean {
  return contentHash(cleanPromise(listed)) !== contentHash(cleanPromise(given));
}

/** The Promise to create. @public */
export function installObject(
  promise: KubeObject,
  { ref, ...by }: InstallOrigin,
): KubeObject {
  return withOrigin(cleanPromise(promise), ref, by);
}

/** The PromiseRelease to create: named as its Promise. @public */
export function releaseObject(
  release: { name: string; version: string; url: string },
  { ref, ...by }: InstallOrigin,
): KubeObject {
  const { name, version, url } = release;
  const object: KubeObject = {
    apiVersion: api,
    kind: 'PromiseRelease',
    metadata: { name },
    spec: { version, sourceRef: { type: 'http', url } },
  };
  return withOrigin(object, ref, by);
}
