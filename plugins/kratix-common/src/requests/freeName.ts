const longestName = 63;

/**
 * A free name like the one that is taken: `cache` becomes `cache-2`, `cache-2`
 * becomes `cache-3`. Pure.
 *
 * @public
 */
export function freeNameLike(
  name: string,
  isTaken: (name: string) => boolean,
): string | undefined {
  const [, stem, counted] = name.match(/^(.*?)(?:-(\d{1,4}))?$/) ?? [];
  const first = counted === undefined ? 2 : Number(counted) + 1;
  for (let n = first; n < first + 1000; n += 1) {
    const ending = `-${n}`;
    const cut = (stem || name).slice(0, longestName - ending.length);
    // What is cut may end in what no name ends in.
    const candidate = cut.replace(/[-.]+$/, '') + ending;
    if (!isTaken(candidate)) return candidate;
  }
  return undefined;
}
