import {
  fullEntityRef,
  RefusedInputError,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PatchOperation } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Viewer } from './requestChips';

const annotations = '/metadata/annotations';

/** What the portal lets people edit of its own annotations. */
const editable = ['owner', 'for'];

const fixed = new Set(['apiVersion', 'kind', 'status']);

/**
 * A person's patch as the platform may get it: of the fields beside the
 * envelope, and of the owner and the service it is for. Pure.
 *
 * @throws RefusedInputError (400) naming the path that may not be changed
 * @internal
 */
export function requestPatch(options: {
  patch: readonly PatchOperation[];
  request: KubeObject;
  viewer: Viewer;
  annotationPrefix: string;
}): PatchOperation[] {
  const { patch, request, viewer, annotationPrefix } = options;
  let needsAnnotations = request.metadata.annotations === undefined;
  return patch.flatMap(operation => {
    const [top, ...below] = segmentsOf(operation.path);
    if (top !== 'metadata') {
      if (top === '' || fixed.has(top)) throw refused(operation, 'is fixed');
      return [operation];
    }
    const checked = annotationPatch(operation, below, {
      viewer,
      annotationPrefix,
    });
    if (operation.op !== 'add' || !needsAnnotations) return [checked];
    // Without the map there is no place to add to.
    needsAnnotations = false;
    return [{ op: 'add', path: annotations, value: {} }, checked];
  });
}

function annotationPatch(
  operation: PatchOperation,
  [field, key, ...rest]: string[],
  options: { viewer: Viewer; annotationPrefix: string },
): PatchOperation {
  const { viewer, annotationPrefix } = options;
  const ours = editable.find(name => key === annotationPrefix + name);
  if (field !== 'annotations' || !ours || rest.length > 0) {
    throw refused(operation, 'is not changed here');
  }
  if (operation.op === 'remove' || operation.op === 'test') return operation;
  const given = typeof operation.value === 'string' ? operation.value : '';
  const ref = fullEntityRef(given, ours === 'owner' ? 'group' : 'component');
  if (!ref) throw refused(operation, 'needs an entity reference');
  // Handing a request to others would take it out of one's own hands.
  if (ours === 'owner' && !viewer.ownershipEntityRefs.includes(ref)) {
    throw refused(operation, 'needs a team of yours');
  }
  return { ...operation, value: ref };
}

/** The parts of an RFC 6901 pointer. */
function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function refused({ path }: PatchOperation, why: string): RefusedInputError {
  return new RefusedInputError(`${path} ${why}`, [
    { field: path, message: why },
  ]);
}
