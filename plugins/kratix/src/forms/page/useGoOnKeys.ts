import { useEffect, useRef, type RefObject } from 'react';

/** Ctrl+Enter (or Cmd+Enter) goes on, wherever the focus is inside. @internal */
export function useGoOnKeys(
  root: RefObject<HTMLElement>,
  goOn: () => void,
): void {
  const latest = useRef(goOn);
  latest.current = goOn;
  useEffect(() => {
    const element = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [root]);
}
