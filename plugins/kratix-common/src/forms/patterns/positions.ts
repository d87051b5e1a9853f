import { type CharSet, overlap, setOf } from './charSet';
import type { PatternTree } from './patternTree';

/** More are not looked at. */
const maxPositions = 60;

/**
 * The characters of a pattern as the states of an automaton (Glushkov's), and
 * which may come after which.
 *
 * @internal
 */
export interface Positions {
  sets: CharSet[];
  follow: Set<number>[];
  /** One step can be taken for two reasons, as in `(a*)*`. */
  doubled: boolean;
}

interface Part {
  first: number[];
  last: number[];
  empty: boolean;
  /** Repeats something, within. */
  repeats: boolean;
}

const nothing: Part = { first: [], last: [], empty: true, repeats: false };

/** Nothing where there are too many. @internal */
export function positionsOf(tree: PatternTree): Positions | undefined {
  const positions: Positions = { sets: [], follow: [], doubled: false };
  const whole = partOf(tree, positions, false);
  if (positions.sets.length > maxPositions) return undefined;
  if (!isAnchored(tree)) {
    // It is tried from every place of the text on.
    const before = add(positions, setOf([0, 0x10ffff]));
    connect(positions, [before], [before, ...whole.first]);
  }
  return positions;
}

function isAnchored(tree: PatternTree): boolean {
  if (tree.kind === 'start') return true;
  if (tree.kind === 'seq') return tree.parts.slice(0, 1).some(isAnchored);
  return tree.kind === 'or' && tree.options.every(isAnchored);
}

function add({ sets, follow }: Positions, set: CharSet): number {
  sets.push(set);
  follow.push(new Set());
  return sets.length - 1;
}

function connect(positions: Positions, from: number[], to: number[]): void {
  for (const one of from) {
    const follow = positions.follow[one];
    for (const other of to) {
      if (follow.has(other)) positions.doubled = true;
      follow.add(other);
    }
  }
}

function partOf(
  tree: PatternTree,
  positions: Positions,
  inside: boolean,
): Part {
  if (positions.sets.length > maxPositions) return nothing;
  switch (tree.kind) {
    case 'char': {
      const at = [add(positions, tree.set)];
      return { first: at, last: at, empty: false, repeats: false };
    }
    case 'seq':
      return tree.parts.reduce<Part>((before, part) => {
        const after = partOf(part, positions, inside);
        connect(positions, before.last, after.first);
        return {
          first: before.empty
            ? [...before.first, ...after.first]
            : before.first,
          last: after.empty ? [...before.last, ...after.last] : after.last,
          empty: before.empty && after.empty,
          repeats: before.repeats || after.repeats,
        };
      }, nothing);
    case 'or': {
      const parts = tree.options.map(one => partOf(one, positions, inside));
      return {
        first: parts.flatMap(({ first }) => first),
        last: parts.flatMap(({ last }) => last),
        empty: parts.some(({ empty }) => empty),
        repeats: parts.some(({ repeats }) => repeats),
      };
    }
    case 'repeat': {
      const many = tree.max > 1;
      const of = partOf(tree.of, positions, inside || many);
      // A number of repetitions alone is a small one; of others it multiplies.
      const loops = tree.max === Infinity || (many && (inside || of.repeats));
      if (loops) connect(positions, of.last, of.first);
      return {
        ...of,
        empty: of.empty || tree.min === 0,
        repeats: of.repeats || many,
      };
    }
    case 'start':
    case 'end':
    case 'edge':
      return nothing;
    default:
      return tree satisfies never;
  }
}

/** Whether some character belongs to both, for each two. @internal */
export function overlapsOf({ sets }: Positions): boolean[][] {
  return sets.map(one => sets.map(other => overlap(one, other)));
}
