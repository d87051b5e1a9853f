/** Something read earlier, shown at once when its page opens again. */
interface Remembered {
  value: unknown;
  asOf: number;
}

const longest = 60;

// By API object, so that another app or test shares nothing.
const caches = new WeakMap<object, Map<string, Remembered>>();

function cacheOf(api: object): Map<string, Remembered> {
  const known = caches.get(api);
  if (known) return known;
  const fresh = new Map<string, Remembered>();
  caches.set(api, fresh);
  return fresh;
}

/** @internal */
export function recall<T>(
  api: object,
  key: string,
): { value: T; asOf: number } | undefined {
  // Keys name the kind of thing and its query, so the type follows from it.
  return cacheOf(api).get(key) as { value: T; asOf: number } | undefined;
}

/** The least recently written goes first. @internal */
export function remember(
  api: object,
  key: string,
  value: unknown,
  asOf: number,
): void {
  const cache = cacheOf(api);
  cache.delete(key);
  cache.set(key, { value, asOf });
  for (const oldest of cache.keys()) {
    if (cache.size <= longest) break;
    cache.delete(oldest);
  }
}

/** @internal */
export function forget(api: object, key: string): void {
  cacheOf(api).delete(key);
}
