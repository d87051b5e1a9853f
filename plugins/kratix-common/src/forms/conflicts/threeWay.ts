import { isRecord } from '../../kube';
import type { ValuePath } from '../../schemas';
import { memberOf, sameValue } from './changes';

/** A field that two people changed to different values. @public */
export interface FieldConflict {
  path: ValuePath;
  /** As it was; `undefined` means absent, here and below. */
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** Whose value of a field is kept: `base` is as it was before both. @public */
export type ConflictChoice = 'mine' | 'theirs' | 'base';

/** @public */
export interface ThreeWay {
  /** All changes of both, and of a conflict what was chosen. */
  merged: unknown;
  conflicts: FieldConflict[];
}

/**
 * What two people made of the same object. What only one of them changed is
 * taken; where both changed the same field differently, `choose` decides (mine,
 * where it is not given). Lists are wholes unless all three are of one length.
 * Pure; the inputs are not changed.
 *
 * @public
 */
export function threeWay(
  versions: { base: unknown; mine: unknown; theirs: unknown },
  choose: (conflict: FieldConflict) => ConflictChoice = () => 'mine',
): ThreeWay {
  const conflicts: FieldConflict[] = [];

  const merge = (conflict: FieldConflict): unknown => {
    const { path, base, mine, theirs } = conflict;
    if (sameValue(mine, theirs) || sameValue(base, theirs)) return mine;
    if (sameValue(base, mine)) return theirs;
    const below = (name: string | number) =>
      merge({
        path: [...path, name],
        base: memberOf(base, name),
        mine: memberOf(mine, name),
        theirs: memberOf(theirs, name),
      });
    // Both may have added the object, so there need not be one as it was.
    if (isRecord(mine) && isRecord(theirs) && isRecordOrNone(base)) {
      const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
      return Object.fromEntries(
        [...names]
          .map(name => [name, below(name)] as const)
          .filter(([, value]) => value !== undefined),
      );
    }
    if (areOfOneLength(base, mine, theirs)) {
      return mine.map((_item, index) => below(index));
    }
    conflicts.push(conflict);
    return conflict[choose(conflict)];
  };

  return { merged: merge({ path: [], ...versions }), conflicts };
}

function isRecordOrNone(value: unknown): boolean {
  return value === undefined || isRecord(value);
}

function areOfOneLength(
  base: unknown,
  mine: unknown,
  theirs: unknown,
): mine is unknown[] {
  return (
    Array.isArray(base) &&
    Array.isArray(mine) &&
    Array.isArray(theirs) &&
    base.length === mine.length &&
    mine.length === theirs.length
  );
}
