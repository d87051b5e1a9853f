import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { useMemo } from 'react';
import { readDraft, type Draft } from './drafts';

const bucket = 'kratix-form-drafts';

/** Storage in a backend answers late, or never. */
const patienceMs = 1500;

/** Where the draft of one form is kept. @internal */
export interface Drafts {
  read(): Promise<Draft | undefined>;
  save(draft: Draft): void;
  remove(): void;
}

/** @internal */
export function useDrafts(key: string): Drafts {
  const storage = useApi(storageApiRef);
  return useMemo(() => {
    const drafts = storage.forBucket(bucket);
    // A draft that can't be kept is a pity, not a failure of the form.
    const attempt = (work: Promise<void>) => void work.catch(() => {});
    return {
      async read() {
        const now = drafts.snapshot<JsonValue>(key);
        const stored = now.presence === 'unknown' ? await first() : now.value;
        const draft = readDraft(stored, Date.now());
        if (stored !== undefined && !draft) attempt(drafts.remove(key));
        return draft;
      },
      save: draft => attempt(drafts.set(key, { ...draft })),
      remove: () => attempt(drafts.remove(key)),
    };

    function first(): Promise<unknown> {
      return new Promise(resolve => {
        const ending: (() => void)[] = [];
        const end = (value?: unknown) => {
          ending.forEach(one => one());
          resolve(value);
        };
        const patience = setTimeout(() => end(), patienceMs);
        ending.push(() => clearTimeout(patience));
        const subscription = drafts.observe$<JsonValue>(key).subscribe({
          next: ({ presence, value }) => {
            if (presence !== 'unknown') end(value);
          },
          error: () => end(),
        });
        ending.push(() => subscription.unsubscribe());
      });
    }
  }, [storage, key]);
}
