import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PlatformChange } from '../types';

/** @internal */
export type ChangeListener = (change: PlatformChange) => void;

/**
 * Those who want to know. One that throws, at once or later, is logged and
 * keeps nobody else from being told.
 *
 * @internal
 */
export class Subscribers {
  readonly #listeners = new Set<ChangeListener>();
  readonly #logger: Pick<LoggerService, 'error'>;

  constructor(logger: Pick<LoggerService, 'error'>) {
    this.#logger = logger;
  }

  subscribe(listener: ChangeListener): () => void {
    // A function of its own, so that subscribing one listener twice counts two.
    const own: ChangeListener = change => listener(change);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  tell(change: PlatformChange): void {
    for (const listener of [...this.#listeners]) {
      try {
        const result: unknown = listener(change);
        if (result instanceof Promise) result.catch(this.#failed);
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  readonly #failed = (error: unknown) => {
    this.#logger.error(
      'A listener for platform changes failed',
      error instanceof Error ? error : undefined,
    );
  };
}
