import { useCallback, useEffect, useRef } from 'react';

const large = 100_000;
const restMs = 400;

/**
 * Tells each change of a text at once; of a large one, which takes its time to
 * be read, when typing rests.
 *
 * @internal
 */
export function useSettledChange(
  value: string,
  onChange: (text: string) => void,
) {
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  const waiting = useRef<{ text: string; timer: number }>();

  const settle = useCallback(() => {
    if (!waiting.current) return;
    const { text, timer } = waiting.current;
    window.clearTimeout(timer);
    waiting.current = undefined;
    tell.current(text);
  }, []);

  const typed = useCallback(
    (text: string) => {
      window.clearTimeout(waiting.current?.timer);
      waiting.current = undefined;
      if (text.length < large) {
        tell.current(text);
        return;
      }
      waiting.current = { text, timer: window.setTimeout(settle, restMs) };
    },
    [settle],
  );

  // What came from elsewhere meanwhile is what the editor shows now.
  useEffect(() => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  }, [value]);
  // Nothing typed is lost where the editor goes away.
  useEffect(() => settle, [settle]);

  return { typed, settle };
}
