import { useCallback, useState } from 'react';

const none: ReadonlySet<string> = new Set();

/**
 * The warnings that a person has read. What is read about one thing is not read
 * about another: a new subject starts without ticks.
 *
 * @internal
 */
export function useTicks(subject: string) {
  const [state, setState] = useState({ subject, ticks: none });
  const ticks = state.subject === subject ? state.ticks : none;
  const tick = useCallback(
    (key: string, ticked: boolean) =>
      setState(old => {
        const next = new Set(old.subject === subject ? old.ticks : none);
        if (ticked) next.add(key);
        else next.delete(key);
        return { subject, ticks: next };
      }),
    [subject],
  );
  const clear = useCallback(
    () => setState({ subject, ticks: none }),
    [subject],
  );
  return { ticks, tick, clear };
}
