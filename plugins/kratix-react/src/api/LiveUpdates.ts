import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How changes reach this tab: `live` while the stream is open, `polling` after
 * it could not be opened for a while, `paused` while the tab is hidden.
 *
 * @public
 */
export type LiveState = 'connecting' | 'live' | 'polling' | 'paused';

/** What happens on the platforms, told to whoever listens. @public */
export interface LiveUpdates {
  /** The shared connection is open exactly while there are listeners. */
  subscribe(listener: (event: StreamEvent) => void): () => void;
  getState(): LiveState;
  onStateChange(listener: () => void): () => void;
}
