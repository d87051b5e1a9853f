import type { KratixBrowserApi } from '../api';
import { LiveEntry, type LiveQuery } from './LiveEntry';

/** As many as a person comes back to; those that are shown do not count. */
const rememberedAtMost = 60;

// Keys name the kind of thing and its query, so a value's type follows from
// its key; the maps cannot know that.
type Entries = Map<string, unknown>;

// By API object, so that another app or test shares nothing.
const entriesOf = new WeakMap<KratixBrowserApi, Entries>();

/** The shared entry of a query; made where there is none. @internal */
export function liveEntry<T>(
  api: KratixBrowserApi,
  query: LiveQuery<T>,
): LiveEntry<T> {
  const entries: Entries = entriesOf.get(api) ?? new Map();
  entriesOf.set(api, entries);
  const known = entries.get(query.key);
  if (known) return known as LiveEntry<T>;
  const entry = new LiveEntry<T>(api, query);
  entries.set(query.key, entry);
  forgetOldest(entries);
  return entry;
}

/** The first that were asked for go first. */
function forgetOldest(entries: Entries) {
  let surplus = entries.size - rememberedAtMost;
  for (const [key, entry] of entries) {
    if (surplus <= 0) return;
    if (entry instanceof LiveEntry && !entry.isShown) {
      entries.delete(key);
      surplus -= 1;
    }
  }
}
