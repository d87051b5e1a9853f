import { NotFoundError } from '@backstage/errors';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { collectionPath } from '../cache/kindReads';
import { watchedKinds } from '../cache/watchedKinds';
import type {
  ManagedKind,
  PatchOperation,
  PlatformWrites,
  WriteOptions,
  WrittenObject,
} from '../types';
import {
  asObject,
  deleteOptions,
  guarded,
  hasMoved,
  send,
  writeQuery,
  type WriteContext,
} from './send';

type PromiseWrites = Pick<
  PlatformWrites,
  | 'createPromise'
  | 'createPromiseRelease'
  | 'patchPromise'
  | 'patchPromiseRelease'
  | 'deletePromise'
  | 'deletePromiseRelease'
>;

/**
 * What installs, upgrades and removes Promises. `Strict` would refuse Promises
 * with keys that Kratix's own CRD does not know, of which there are many.
 */
const fieldValidation = 'Warn';

/** @internal */
export function createPromiseWrites(context: WriteContext): PromiseWrites {
  return {
    createPromise: (object, options) =>
      create(context, 'promises', object, options),
    createPromiseRelease: (object, options) =>
      create(context, 'promisereleases', object, options),
    patchPromise: (name, patch, options) =>
      change(context, { what: 'promises', name }, patch, options),
    patchPromiseRelease: (name, patch, options) =>
      change(context, { what: 'promisereleases', name }, patch, options),
    deletePromise: (name, options) =>
      remove(context, { what: 'promises', name }, options),
    deletePromiseRelease: (name, options) =>
      remove(context, { what: 'promisereleases', name }, options),
  };
}

/** @internal */
export function objectPath(
  what: ManagedKind | 'customresourcedefinitions',
  name: string,
): string[] {
  return [...collectionPath(watchedKinds[what]), name];
}

async function create(
  context: WriteContext,
  what: ManagedKind,
  object: KubeObject,
  options: WriteOptions,
): Promise<WrittenObject> {
  const { group, version, kind } = watchedKinds[what];
  const { body, warnings } = await send(context, options, {
    method: 'POST',
    path: collectionPath(watchedKinds[what]),
    query: { ...writeQuery(options), fieldValidation },
    body: { ...object, apiVersion: `${group}/${version}`, kind },
  });
  return { object: asObject(context, body), warnings };
}

async function change(
  context: WriteContext,
  { what, name }: { what: ManagedKind; name: string },
  patch: PatchOperation[],
  options: WriteOptions & { generation: number },
): Promise<WrittenObject> {
  const { generation } = options;
  const path = objectPath(what, name);
  const { body, warnings } = await send(
    context,
    options,
    {
      method: 'PATCH',
      path,
      query: { ...writeQuery(options), fieldValidation },
      headers: { 'content-type': 'application/json-patch+json' },
      body: guarded(patch, generation),
    },
    error => hasMoved(context, path, error, generation),
  );
  return { object: asObject(context, body), warnings };
}

async function remove(
  context: WriteContext,
  { what, name }: { what: ManagedKind; name: string },
  options: WriteOptions,
): Promise<void> {
  const known = context.cachedObject(what, name);
  // A delete without uid could hit what nobody has looked at.
  if (!known) {
    throw new NotFoundError(`Not found on platform '${context.platform}'`);
  }
  await send(context, options, {
    method: 'DELETE',
    path: objectPath(what, name),
    query: writeQuery(options),
    body: deleteOptions(options, known.metadata.uid),
  });
}
