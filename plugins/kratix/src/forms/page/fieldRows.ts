import {
  changesBetween,
  fieldAt,
  isRecord,
  isSecretKey,
  sameValue,
  stringifyExact,
  type ApiField,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A line of the table of what is sent. @internal */
export interface FieldRow {
  path: ValuePath;
  /** Absent: the field was not there, or is not there any more. */
  before?: FieldText;
  after?: FieldText;
  /** It can't change once it is set. */
  fixed?: boolean;
}

/** A value in words; `hidden`: it looks secret. @internal */
export type FieldText = { text: string } | { hidden: true };

/** `spec.users[0].name`, with names in brackets that hold dots. @internal */
export function pathText(path: ValuePath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\p{L}\p{N}_-]+$/u.test(part)) return `[${JSON.stringify(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/** Every field of an object with its value. @internal */
export function rowsOfFields(object: unknown): FieldRow[] {
  return [...leavesOf(object)].map(([, { path, value }]) => ({
    path,
    after: textOf(path, value),
  }));
}

/** What differs, field by field, however large the part is that was added. @internal */
export function rowsOfChanges(before: unknown, after: unknown): FieldRow[] {
  return changesBetween(before, after).flatMap(change => {
    const old = leavesOf(change.before, change.path);
    const now = leavesOf(change.after, change.path);
    const keys = [...new Set([...old.keys(), ...now.keys()])];
    return keys.flatMap(key => {
      const was = old.get(key);
      const is = now.get(key);
      const path = (is ?? was)?.path ?? change.path;
      if (was && is && sameValue(was.value, is.value)) return [];
      return [
        {
          path,
          before: was && textOf(path, was.value),
          after: is && textOf(path, is.value),
        },
      ];
    });
  });
}

/** The fields that stay as they are for ever, with what they hold. @internal */
export function rowsOfFixed(
  fields: readonly Pick<ApiField, 'path' | 'immutable'>[],
  object: unknown,
): FieldRow[] {
  return fields.flatMap(({ path, immutable }) => {
    // Places in lists and maps have no value of their own.
    if (!immutable || /[[{]/.test(path)) return [];
    const parts = path.split('.');
    const value = fieldAt(object, parts);
    if (value === undefined || isRecord(value)) return [];
    return [{ path: parts, after: textOf(parts, value), fixed: true }];
  });
}

interface Leaf {
  path: ValuePath;
  value: unknown;
}

function leavesOf(value: unknown, path: ValuePath = []): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const visit = (one: unknown, at: ValuePath) => {
    if (one === undefined) return;
    if (isRecord(one) && Object.keys(one).length > 0) {
      for (const [name, member] of Object.entries(one)) {
        visit(member, [...at, name]);
      }
    } else if (Array.isArray(one) && one.some(isNested)) {
      one.forEach((item, index) => visit(item, [...at, index]));
    } else {
      leaves.set(JSON.stringify(at), { path: at, value: one });
    }
  };
  visit(value, path);
  return leaves;
}

function isNested(value: unknown): boolean {
  return Array.isArray(value) || isRecord(value);
}

function textOf(path: ValuePath, value: unknown): FieldText {
  if (isSecretPath(path) && value !== null && value !== '') {
    return { hidden: true };
  }
  return { text: valueText(value) };
}

/** Does a place look as if what is there were secret? @internal */
export function isSecretPath(path: ValuePath): boolean {
  const names = path.filter((part): part is string => typeof part === 'string');
  const last = names[names.length - 1];
  return last !== undefined && isSecretKey(last);
}

/** A value as people write it in YAML; texts without quotes. @internal */
export function valueText(value: unknown): string {
  if (typeof value !== 'string') return stringifyExact(value);
  return value === '' ? '""' : value;
}
