import {
  isRecord,
  type UnknownRecord,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { sameValue } from './immutable';

/** A patch that does not fit its document, or is none. @internal */
export class PatchMisfit extends Error {}

/**
 * RFC 6902, with an API server's liberties, on values that may hold `bigint`s and fields of any name. Pure; what
 * did not change is shared with the document.
 *
 * @throws PatchMisfit
 * @internal
 */
export function jsonPatched(document: unknown, patch: unknown[]): unknown {
  return patch.reduce(applied, document);
}

function applied(document: unknown, operation: unknown): unknown {
  if (!isRecord(operation)) throw new PatchMisfit('an operation is an object');
  const { op, value } = operation;
  const path = partsOf(operation.path);
  const from = () => partsOf(operation.from);
  switch (op) {
    case 'add':
      return added(document, path, given(value));
    case 'remove':
      return removed(document, path);
    case 'replace':
      return replaced(document, path, given(value));
    case 'test':
      if (sameValue(testedAt(document, path), given(value))) return document;
      throw new PatchMisfit('the test failed');
    case 'move': {
      const moved = valueAt(document, from());
      return added(removed(document, from()), path, moved);
    }
    case 'copy':
      return added(document, path, valueAt(document, from()));
    default:
      throw new PatchMisfit('no such operation');
  }
}

function given(value: unknown): unknown {
  if (value === undefined) throw new PatchMisfit('the value is missing');
  return value;
}

/** The parts of an RFC 6901 pointer. */
function partsOf(pointer: unknown): string[] {
  if (typeof pointer !== 'string') throw new PatchMisfit('a path is a text');
  if (pointer !== '' && !pointer.startsWith('/')) {
    throw new PatchMisfit('a path begins with a slash');
  }
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

function valueAt(document: unknown, path: string[]): unknown {
  return path.reduce((holder, part) => child(holder, part), document);
}

/** What is not there passes for null. */
function testedAt(document: unknown, path: string[]): unknown {
  const holder = valueAt(document, path.slice(0, -1));
  const name = path[path.length - 1];
  return isRecord(holder) && name !== undefined && !Object.hasOwn(holder, name)
    ? null
    : valueAt(document, path);
}

function child(holder: unknown, part: string): unknown {
  if (Array.isArray(holder)) return holder[indexOf(part, holder.length - 1)];
  if (isRecord(holder) && Object.hasOwn(holder, part)) return holder[part];
  throw new PatchMisfit('the path leads nowhere');
}

function indexOf(part: string, last: number): number {
  // Counted from the end where it is negative.
  const index = part.startsWith('-') ? last + 1 + Number(part) : Number(part);
  if (!/^(0|-?[1-9]\d*)$/.test(part) || index < 0 || index > last) {
    throw new PatchMisfit('no such item');
  }
  return index;
}

function added(document: unknown, path: string[], value: unknown): unknown {
  if (path.length === 0) return value;
  return changed(document, path, {
    item: (list, part) => {
      const index = part === '-' ? list.length : indexOf(part, list.length);
      return list.toSpliced(index, 0, value);
    },
    // Computed, so that a field may be called `__proto__`.
    field: (fields, name) => ({ ...fields, [name]: value }),
  });
}

function replaced(document: unknown, path: string[], value: unknown): unknown {
  valueAt(document, path);
  if (path.length === 0) return value;
  return changed(document, path, {
    item: (list, part) => list.with(indexOf(part, list.length - 1), value),
    field: (fields, name) => ({ ...fields, [name]: value }),
  });
}

function removed(document: unknown, path: string[]): unknown {
  valueAt(document, path);
  if (path.length === 0) throw new PatchMisfit('nothing would be left');
  return changed(document, path, {
    item: (list, part) => list.toSpliced(indexOf(part, list.length - 1), 1),
    field: (fields, name) => {
      const { [name]: _removed, ...rest } = fields;
      return rest;
    },
  });
}

/** The document with its parts along the path made anew. */
function changed(
  holder: unknown,
  [part, ...rest]: string[],
  change: {
    item: (list: unknown[], part: string) => unknown[];
    field: (fields: UnknownRecord, name: string) => UnknownRecord;
  },
): unknown {
  if (rest.length > 0) {
    const inner = changed(child(holder, part), rest, change);
    if (Array.isArray(holder)) {
      return holder.with(indexOf(part, holder.length - 1), inner);
    }
    return { ...(holder as UnknownRecord), [part]: inner };
  }
  if (Array.isArray(holder)) return change.item(holder, part);
  if (isRecord(holder)) return change.field(holder, part);
  throw new PatchMisfit('the path leads nowhere');
}
