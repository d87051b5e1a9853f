/**
 * What a page has of something it asked for. `ready` stays `ready` while the
 * same thing is read again, so that a refresh collapses nothing.
 *
 * @public
 */
export type Loadable<T> =
  | { state: 'loading' }
  | { state: 'error'; error: Error; retry: () => void; retryAt?: number }
  | { state: 'empty'; retry: () => void }
  | {
      state: 'ready';
      value: T;
      /** Being read again right now. */
      refreshing: boolean;
      /** The last refresh failed; `value` is older. */
      failed?: Error;
      /** Epoch milliseconds of when `value` was read or last told about. */
      asOf: number;
      retry: () => void;
    };

/** The same state of something derived from the value. @public */
export function mapLoadable<T, U>(
  loadable: Loadable<T>,
  map: (value: T) => U,
): Loadable<U> {
  if (loadable.state !== 'ready') return loadable;
  return { ...loadable, value: map(loadable.value) };
}
