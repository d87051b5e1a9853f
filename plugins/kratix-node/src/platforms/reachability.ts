import type { PlatformFacts } from '@kratix-portal/backstage-plugin-kratix-common';
import { Moment, type Clock } from '../cache/clock';
import type { CallError } from '../connections/callError';

/**
 * Whether a platform answers. Failing begins with a failure while no watch is
 * open, and ends with any answer: one broken kind is that kind's matter.
 *
 * @internal
 */
export class Reachability {
  readonly #lastContact: Moment;
  readonly #failingSince: Moment;
  #failure?: PlatformFacts['failure'];

  constructor(clock: Clock) {
    this.#lastContact = new Moment(clock);
    this.#failingSince = new Moment(clock);
  }

  /** Milliseconds since anything was heard. */
  get silentMs(): number {
    return this.#lastContact.age ?? 0;
  }

  /** Anything was heard, ever. */
  get everAnswered(): boolean {
    return this.#lastContact.isSet;
  }

  /** It failed, and nothing was heard since. */
  get isFailing(): boolean {
    return this.#failingSince.isSet;
  }

  /** Says whether the platform has just come back. */
  contact(): boolean {
    this.#lastContact.mark();
    const cameBack = this.#failingSince.isSet;
    this.#failingSince.clear();
    this.#failure = undefined;
    return cameBack;
  }

  /** Says whether the platform's state is another now. */
  failed(error: CallError, watching: boolean): boolean {
    const { code } = error;
    if (code !== undefined && code < 500 && code !== 401) {
      this.#lastContact.mark();
    }
    // Not served, or told to start over: nothing is wrong with the platform.
    if (watching || error.reason === 'refused' || error.reason === 'expired') {
      return false;
    }
    const failure = error.asFailure();
    const news = this.#failure?.message !== failure.message;
    if (!this.#failingSince.isSet) this.#failingSince.mark();
    this.#failure = failure;
    return news;
  }

  facts(): Pick<PlatformFacts, 'lastContactAt' | 'failingSince' | 'failure'> {
    return {
      lastContactAt: this.#lastContact.epoch,
      failingSince: this.#failingSince.epoch,
      failure: this.#failure,
    };
  }
}
