import type { PromiseChange } from '../../api';
import { stringifyExact } from '../../kube';
import { sameJsonValue } from '../../schemas';
import { maskSecrets } from './maskSecrets';

type About = PromiseChange['about'];

// What is longer is looked at in the YAML.
const maxText = 400;

// Nobody has as many pipelines, or looks for the one that moved among them.
const mostMembers = 200;

/** As text where it is one, otherwise as JSON. @internal */
export function shownValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text =
    typeof value === 'string'
      ? value
      : stringifyExact(maskSecrets(value)) ?? 'null';
  return text.length > maxText ? `${text.slice(0, maxText)}…` : text;
}

/** @internal */
export function changed(
  about: About,
  name: string,
  before: unknown,
  after: unknown,
): PromiseChange[] {
  if (sameJsonValue(before, after)) return [];
  const was = shownValue(before);
  const is = shownValue(after);
  const change = changeBetween(before, after);
  return [
    {
      about,
      change,
      name,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    },
  ];
}

function changeBetween(before: unknown, after: unknown) {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

/**
 * What differs between two named collections, by name; what is in both is
 * told by `compare`.
 *
 * @internal
 */
export function compareNamed<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  compare: (
    name: string,
    was: T | undefined,
    is: T | undefined,
  ) => PromiseChange[],
): PromiseChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name =>
    compare(name, before.get(name), after.get(name)),
  );
}

/**
 * Named members whose order among those that are in both has changed. Where
 * one jumped over all others it is that one alone.
 *
 * @internal
 */
export function movedNames(
  before: readonly string[],
  after: readonly string[],
): string[] {
  if (before.length > mostMembers || after.length > mostMembers) return [];
  const kept = before.filter(name => after.includes(name));
  const now = after.filter(name => before.includes(name));
  const stays = new Set(longestInOrder(now.map(name => kept.indexOf(name))));
  return now.filter(name => !stays.has(kept.indexOf(name)));
}

/** The most positions that are still in order: the others have moved. */
function longestInOrder(positions: readonly number[]): number[] {
  const best: number[][] = [];
  positions.forEach((position, at) => {
    let longest: number[] = [];
    for (let earlier = 0; earlier < at; earlier += 1) {
      const fits = positions[earlier] < position;
      if (fits && best[earlier].length > longest.length)
        longest = best[earlier];
    }
    best.push([...longest, position]);
  });
  return best.reduce(
    (one, other) => (other.length > one.length ? other : one),
    [],
  );
}

/** A member by name; of several of one name the later ones are numbered. @internal */
export function byName<T>(
  members: readonly T[],
  nameOfMember: (member: T) => string,
): Map<string, T> {
  const named = new Map<string, T>();
  for (const member of members) {
    const name = nameOfMember(member);
    let key = name;
    for (let copy = 2; named.has(key); copy += 1) key = `${name}~${copy}`;
    named.set(key, member);
  }
  return named;
}
