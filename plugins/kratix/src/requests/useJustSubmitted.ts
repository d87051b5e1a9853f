import { epochMs, textAt } from '@kratix-portal/backstage-plugin-kratix-common';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** How long a platform may take to show what it has accepted. */
const patienceMs = 30_000;

/**
 * Whether what this page is about was submitted a moment ago, as whoever led
 * here says by `submittedAt` in the state of the location. Turns false by
 * itself.
 *
 * @internal
 */
export function useJustSubmitted(): boolean {
  const { state } = useLocation();
  const submitted = epochMs(textAt(state, 'submittedAt')) ?? -Infinity;
  const until = submitted + patienceMs;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const left = until - Date.now();
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), left);
    return () => clearTimeout(timer);
  }, [until]);
  return now < until;
}
