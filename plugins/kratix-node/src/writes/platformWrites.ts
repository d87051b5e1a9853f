import { NotFoundError } from '@backstage/errors';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { collectionPath } from '../cache/kindReads';
import type { PlatformWrites } from '../types';
import { createPromiseWrites } from './promiseWrites';
import {
  asObject,
  deleteOptions,
  guarded,
  hasMoved,
  send,
  writeQuery,
  type WriteContext,
} from './send';

/** Writes straight to the API server; the cache learns of them by its watch. @internal */
export function createPlatformWrites(context: WriteContext): PlatformWrites {
  return {
    ...createPromiseWrites(context),

    async createRequest(kind, object, options) {
      const { namespace } = object.metadata;
      const { group, version } = kind;
      const body = {
        ...object,
        apiVersion: `${group}/${version}`,
        kind: kind.kind,
      };
      const { body: created } = await send(context, options, {
        method: 'POST',
        path: collectionPath(kind, kind.namespaced ? namespace : undefined),
        // Unknown fields are refused, not dropped in silence: a person would
        // believe to have set them.
        query: { ...writeQuery(options), fieldValidation: 'Strict' },
        body,
      });
      return asObject(context, created);
    },

    async patchRequest(ref, patch, options) {
      const { generation } = options;
      const path = requestPath(context, ref);
      const { body: patched } = await send(
        context,
        options,
        {
          method: 'PATCH',
          path,
          query: { ...writeQuery(options), fieldValidation: 'Strict' },
          headers: { 'content-type': 'application/json-patch+json' },
          body: guarded(patch, generation),
        },
        error => hasMoved(context, path, error, generation),
      );
      return asObject(context, patched);
    },

    async deleteRequest(ref, options) {
      const uid = context.cached(ref)?.metadata.uid;
      await send(context, options, {
        method: 'DELETE',
        path: requestPath(context, ref),
        query: writeQuery(options),
        body: deleteOptions(options, uid),
      });
    },
  };
}

/** @throws NotFoundError for a kind that no Promise defines @internal */
export function requestPath(
  context: Pick<WriteContext, 'kindOf' | 'platform'>,
  ref: RequestRef,
): string[] {
  const kind = context.kindOf(ref.crd);
  if (!kind) {
    throw new NotFoundError(`Not found on platform '${context.platform}'`);
  }
  const namespace = ref.namespace === '-' ? undefined : ref.namespace;
  return [...collectionPath(kind, namespace), ref.name];
}
