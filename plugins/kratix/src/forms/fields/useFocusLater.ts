import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Focuses what is drawn next under an id; the button that was pressed may be
 * gone by then, and focus with it.
 *
 * @internal
 */
export function useFocusLater(): (...ids: string[]) => void {
  const wanted = useRef<string[]>([]);
  const [, draw] = useState(0);
  useEffect(() => {
    const ids = wanted.current;
    if (ids.length === 0) return;
    wanted.current = [];
    focusFirst(ids);
  });
  return useCallback((...ids) => {
    wanted.current = ids;
    draw(count => count + 1);
  }, []);
}

const editable =
  'input:not([type=hidden]), textarea, select, [contenteditable="true"], [role=slider]';

/** Focuses the first that is there: the control, or the first field of a group. @internal */
export function focusFirst(ids: string[]): boolean {
  for (const id of ids) {
    const element = document.getElementById(id);
    if (element) {
      const inner =
        element.tabIndex >= 0
          ? undefined
          : element.querySelector<HTMLElement>(editable) ??
            element.querySelector('button');
      (inner ?? element).focus();
      return true;
    }
  }
  return false;
}
