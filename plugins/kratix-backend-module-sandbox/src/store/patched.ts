import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { jsonPatched, PatchMisfit } from './jsonPatch';
import { badRequest, KubeStatusError } from './kubeStatusError';
import { mergePatched } from './mergePatch';

/**
 * An object after a patch.
 *
 * @throws KubeStatusError: 400 for what is no patch, 422 where a `test` fails
 * or a path leads nowhere
 * @internal
 */
export function patched(
  object: KubeObject,
  { type, body }: { type: 'merge' | 'json'; body: unknown },
): KubeObject {
  if (type === 'json') return afterJsonPatch(object, body);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('error decoding patch: a merge patch must be an object');
  }
  return mergePatched(object, body) as KubeObject;
}

function isOperations(body: unknown): body is object[] {
  return (
    Array.isArray(body) &&
    body.every(
      one =>
        typeof one === 'object' &&
        one !== null &&
        typeof Reflect.get(one, 'op') === 'string' &&
        typeof Reflect.get(one, 'path') === 'string',
    )
  );
}

function afterJsonPatch(object: KubeObject, body: unknown): KubeObject {
  if (!isOperations(body)) {
    throw badRequest('error decoding patch: a JSON patch must be a list');
  }
  try {
    return jsonPatched(object, body) as KubeObject;
  } catch (error) {
    if (!(error instanceof PatchMisfit)) throw error;
    // The API server says no more than this, whatever failed.
    throw new KubeStatusError(
      422,
      'Invalid',
      'the server rejected our request due to an error in our request',
      {},
    );
  }
}
