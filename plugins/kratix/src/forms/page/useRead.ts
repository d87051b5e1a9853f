import type { Loadable } from '@kratix-portal/backstage-plugin-kratix-react';
import { useState, type DependencyList } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/**
 * Something read once and then left as it was: a form must not change below
 * the hands of the one who fills it in.
 *
 * @internal
 */
export function useRead<T>(
  read: () => Promise<T>,
  deps: DependencyList,
): Loadable<T> {
  const { value, error, loading, retry } = useAsyncRetry(read, deps);
  const [asOf] = useState(() => Date.now());
  if (loading) return { state: 'loading' };
  if (error || value === undefined) {
    return { state: 'error', error: error ?? new Error('Nothing read'), retry };
  }
  return { state: 'ready', value, refreshing: false, asOf, retry };
}
