import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LiveState, LiveUpdates } from '../api';

/** A stream that says what the test tells it to. @public */
export class FakeLive implements LiveUpdates {
  readonly #listeners = new Set<(event: StreamEvent) => void>();
  readonly #stateListeners = new Set<() => void>();
  #state: LiveState = 'live';

  subscribe(listener: (event: StreamEvent) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  getState() {
    return this.#state;
  }

  onStateChange(listener: () => void) {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  emit(event: StreamEvent) {
    for (const listener of [...this.#listeners]) listener(event);
  }

  become(state: LiveState) {
    this.#state = state;
    for (const listener of [...this.#stateListeners]) listener();
  }
}
