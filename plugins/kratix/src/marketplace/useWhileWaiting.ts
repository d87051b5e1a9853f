import type { ListingPage } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Loadable } from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect } from 'react';

const lookAgainMs = 3_000;

/** The stream tells nothing of sources, so one that is read at last is asked for. @internal */
export function useWhileWaiting(page: Loadable<ListingPage>): void {
  const ready = page.state === 'ready' ? page : undefined;
  const waits = ready?.value.sources.some(({ state }) => state === 'waiting');
  const { retry, asOf } = ready ?? {};
  useEffect(() => {
    if (!waits || !retry) return undefined;
    const timer = setTimeout(retry, lookAgainMs);
    return () => clearTimeout(timer);
    // Once more after each answer.
  }, [waits, retry, asOf]);
}
