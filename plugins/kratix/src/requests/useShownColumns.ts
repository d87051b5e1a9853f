import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';
import type { RequestColumn } from './requestColumns';

const bucket = 'kratix.requests';
const key = 'columns';

/** Which columns somebody turned on and off, as kept from last time. */
interface Choice {
  [id: string]: boolean;
}

function readChoice(value: unknown): Choice {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
  );
  return Object.fromEntries(entries);
}

/** The columns to show, by what is usual and what was chosen. @internal */
export function useShownColumns(columns: RequestColumn[]) {
  const storage = useApi(storageApiRef);
  const [choice, setChoice] = useState<Choice>(() =>
    readChoice(storage.forBucket(bucket).snapshot<Choice>(key).value),
  );
  useEffect(() => {
    const subscription = storage
      .forBucket(bucket)
      .observe$<Choice>(key)
      .subscribe(({ value }) => setChoice(readChoice(value)));
    return () => subscription.unsubscribe();
  }, [storage]);

  const isShown = (column: RequestColumn) =>
    column.fixed || (choice[column.id] ?? column.usual);
  const shown = useMemo(
    () =>
      columns.filter(
        column => column.fixed || (choice[column.id] ?? column.usual),
      ),
    [columns, choice],
  );
  const toggle = (column: RequestColumn) => {
    const next = { ...choice, [column.id]: !isShown(column) };
    setChoice(next);
    storage.forBucket(bucket).set(key, next);
  };
  return { shown, isShown, toggle };
}
