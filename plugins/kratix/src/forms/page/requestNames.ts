/** What Kubernetes has against a name; the first that a person would mend. @internal */
export type NameProblem =
  | 'missing'
  | 'upper'
  | 'characters'
  | 'start'
  | 'end'
  | 'long';

/** The longest that a name may be, and that labels made of it can hold. @internal */
export const longestName = 63;

/** Why a text is no name of a request (DNS-1123 label); undefined if it is one. @internal */
export function nameProblem(name: string): NameProblem | undefined {
  if (name === '') return 'missing';
  if (/\p{Lu}/u.test(name)) return 'upper';
  if (/[^a-z0-9-]/.test(name)) return 'characters';
  if (name.startsWith('-')) return 'start';
  if (name.endsWith('-')) return 'end';
  return name.length > longestName ? 'long' : undefined;
}

/** The nearest name that Kubernetes takes; may be empty. @internal */
export function nearestName(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
}

/**
 * The first of `name`, `name-2`, `name-3` … that nobody uses. A number at the
 * end counts on, so `cache-2` leads to `cache-3`.
 *
 * @internal
 */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const name = nearestName(wanted) || 'request';
  if (!taken.has(name)) return name;
  const counted = /^(.+)-([1-9]\d{0,3})$/.exec(name);
  const base = counted ? counted[1] : name;
  const first = counted ? Number(counted[2]) + 1 : 2;
  for (let count = first; ; count += 1) {
    const end = `-${count}`;
    const start = base.slice(0, longestName - end.length).replace(/-+$/, '');
    const next = start + end;
    if (!taken.has(next)) return next;
  }
}
