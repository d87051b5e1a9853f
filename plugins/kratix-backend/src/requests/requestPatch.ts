import {
  fullEntityRef,
  isRecord,
  RefusedInputError,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PatchOperation } from '@kratix-portal/backstage-plugin-kratix-node';
import { hiddenAt, reservedFor } from './ownMetadata';
import type { Viewer } from './requestChips';

/** What the portal lets people edit of its own annotations. */
const editable = ['owner', 'for'];

const fixed = new Set(['apiVersion', 'kind', 'status']);

type Field = 'labels' | 'annotations';

interface PatchContext {
  request: KubeObject;
  viewer: Viewer;
  annotationPrefix: string;
}

/**
 * A person's patch as the platform may get it: of the fields beside the
 * envelope, of the owner and the service it is for, and of labels and
 * annotations that are nobody's but theirs. Pure.
 *
 * @throws RefusedInputError (400) naming the path that may not be changed
 * @internal
 */
export function requestPatch(
  options: PatchContext & { patch: readonly PatchOperation[] },
): PatchOperation[] {
  const { patch, ...context } = options;
  const { metadata } = options.request;
  const absent = new Set<Field>(
    (['labels', 'annotations'] as const).filter(field => !metadata[field]),
  );
  return patch.flatMap(operation => {
    if (hiddenAt(operation.value, '').length > 0) {
      throw refused(operation, 'holds what is hidden, so give it anew');
    }
    const [top, field, ...below] = segmentsOf(operation.path);
    if (top !== 'metadata') {
      if (top === '' || fixed.has(top)) throw refused(operation, 'is fixed');
      return [operation];
    }
    if ((field !== 'labels' && field !== 'annotations') || below.length > 1) {
      throw refused(operation, 'is not changed here');
    }
    const checked = (
      below.length === 0 ? ofWholeMap(operation, field, context) : [operation]
    ).map(one => checkedEntry(one, field, context));
    const adds = checked.some(({ op }) => op === 'add');
    // Without the map there is no place to add to.
    return adds && absent.delete(field)
      ? [{ op: 'add', path: `/metadata/${field}`, value: {} }, ...checked]
      : checked;
  });
}

/**
 * All labels or annotations at once, entry by entry: what others wrote there
 * stays, whether the person sent it along or not.
 */
function ofWholeMap(
  operation: PatchOperation,
  field: Field,
  { request, annotationPrefix }: PatchContext,
): PatchOperation[] {
  const { op, value } = operation;
  const wanted = op === 'remove' ? {} : value;
  if (op === 'test' || !isRecord(wanted)) {
    throw refused(operation, 'is not changed here');
  }
  const present = request.metadata[field] ?? {};
  const at = (key: string) => `/metadata/${field}/${segmentOf(key)}`;
  const removed = Object.keys(present).filter(
    key => !Object.hasOwn(wanted, key) && !reservedFor(key, annotationPrefix),
  );
  return [
    ...removed.map((key): PatchOperation => ({ op: 'remove', path: at(key) })),
    ...Object.entries(wanted)
      .filter(([key, one]) => present[key] !== one)
      .map(
        ([key, one]): PatchOperation => ({
          op: 'add',
          path: at(key),
          value: one,
        }),
      ),
  ];
}

function checkedEntry(
  operation: PatchOperation,
  field: Field,
  { viewer, annotationPrefix }: PatchContext,
): PatchOperation {
  const [, , key = ''] = segmentsOf(operation.path);
  const { op, value } = operation;
  const ours =
    field === 'annotations' &&
    editable.find(name => key === annotationPrefix + name);
  if (!ours) {
    const whose = reservedFor(key, annotationPrefix);
    if (whose) throw refused(operation, `is reserved for ${whose}`);
    if (op !== 'remove' && typeof value !== 'string') {
      throw refused(operation, 'needs a text');
    }
    return operation;
  }
  if (op === 'remove' || op === 'test') return operation;
  const given = typeof value === 'string' ? value : '';
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

function segmentOf(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

function refused({ path }: PatchOperation, why: string): RefusedInputError {
  return new RefusedInputError(`${path} ${why}`, [
    { field: path, message: why },
  ]);
}
