/**
 * A set of code points as ranges, both ends included, sorted and apart.
 *
 * @internal
 */
export type CharSet = readonly (readonly [number, number])[];

const last = 0x10ffff;

/** @internal */
export function setOf(...ranges: (readonly [number, number])[]): CharSet {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [low, high] of sorted) {
    const previous = merged.at(-1);
    if (previous && low <= previous[1] + 1) {
      previous[1] = Math.max(previous[1], high);
    } else {
      merged.push([low, high]);
    }
  }
  return merged;
}

/** Of texts such as `a-z` and `_`. @internal */
export function setOfChars(...texts: string[]): CharSet {
  return setOf(
    ...texts.map(text => {
      const low = text.codePointAt(0) ?? 0;
      return [low, text.length > 2 ? text.charCodeAt(2) : low] as const;
    }),
  );
}

/** @internal */
export function complementOf(set: CharSet): CharSet {
  const ranges: [number, number][] = [];
  let from = 0;
  for (const [low, high] of set) {
    if (low > from) ranges.push([from, low - 1]);
    from = high + 1;
  }
  if (from <= last) ranges.push([from, last]);
  return ranges;
}

/** @internal */
export function overlap(one: CharSet, other: CharSet): boolean {
  return one.some(([low, high]) =>
    other.some(([from, to]) => from <= high && low <= to),
  );
}

/** Both cases of ASCII letters. @internal */
export function bothCases(set: CharSet): CharSet {
  const shifted = (from: number, to: number, by: number) =>
    set.flatMap(([low, high]) => {
      const [a, b] = [Math.max(low, from), Math.min(high, to)];
      return a <= b ? [[a + by, b + by] as const] : [];
    });
  return setOf(...set, ...shifted(65, 90, 32), ...shifted(97, 122, -32));
}

// What a person would type, if any of these will do.
const likely = [...'a1A-._/ '].map(char => char.charCodeAt(0));

/** One of the characters, a plain one where there is a choice. @internal */
export function charOf(set: CharSet): string | undefined {
  const within = (code: number) =>
    set.some(([low, high]) => low <= code && code <= high);
  const printable = set.find(([, high]) => high > 32);
  const code =
    likely.find(within) ??
    (printable ? Math.max(printable[0], 33) : set.at(0)?.[0]);
  return code === undefined ? undefined : String.fromCodePoint(code);
}
