import {
  sameValue,
  type RequestDocument,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useEffect, useRef, useState } from 'react';

/**
 * Something read from a document, current. What is read must compare as equal
 * while it stays the same, so that not every keystroke draws the page.
 *
 * @internal
 */
export function useOfDocument<T>(
  document: RequestDocument,
  read: (document: RequestDocument) => T,
): T {
  const reading = useRef(read);
  reading.current = read;
  const [value, setValue] = useState(() => read(document));
  useEffect(() => {
    const look = () => {
      const next = reading.current(document);
      setValue(last => (sameValue(last, next) ? last : next));
    };
    // It may have changed between drawing and now.
    look();
    return document.subscribe(look);
  }, [document]);
  return value;
}

/** A text in the document; empty where there is none. @internal */
export function useTextAt(document: RequestDocument, path: ValuePath): string {
  return useOfDocument(document, one => {
    const value = one.get(path);
    return typeof value === 'string' ? value : '';
  });
}
