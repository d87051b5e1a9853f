import { valueAt } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Clock } from '../cache/clock';
import { CallError } from '../connections/callError';
import type { ClusterCalls, Identity } from '../connections/clusterCalls';

const keptMs = 30_000;
const mostKept = 10_000;

/** What may be done, in Kubernetes' words. @internal */
export interface AccessQuestion {
  verb: string;
  group: string;
  resource: string;
  namespace?: string;
  name?: string;
}

/**
 * Asks the cluster what a person may do, as that person, and remembers the
 * answer briefly. Asking as them needs no right beyond the one to act as them.
 *
 * @internal
 */
export class AccessReviews {
  readonly #calls: () => ClusterCalls;
  readonly #clock: Clock;
  readonly #answers = new Map<
    string,
    { at: number; allowed: Promise<boolean> }
  >();

  constructor(calls: () => ClusterCalls, clock: Clock) {
    this.#calls = calls;
    this.#clock = clock;
  }

  /** @throws CallError where no answer is to be had: that is not a yes */
  async allows(as: Identity, question: AccessQuestion): Promise<boolean> {
    const { name, ...whole } = question;
    // Mostly rights are for all of a namespace: one question for many names.
    if (await this.#remembered(as, whole)) return true;
    return name === undefined ? false : this.#remembered(as, question);
  }

  #remembered(as: Identity, question: AccessQuestion): Promise<boolean> {
    const key = JSON.stringify([as, question]);
    const now = this.#clock.monotonic();
    const known = this.#answers.get(key);
    if (known && now - known.at < keptMs) return known.allowed;
    this.#forgetOld(now);
    const allowed = this.#ask(as, question);
    this.#answers.set(key, { at: now, allowed });
    // A failure is no answer to remember.
    allowed.catch(() => this.#answers.delete(key));
    return allowed;
  }

  #forgetOld(now: number): void {
    if (this.#answers.size < mostKept) return;
    for (const [key, { at }] of this.#answers) {
      if (now - at >= keptMs) this.#answers.delete(key);
    }
    if (this.#answers.size >= mostKept) this.#answers.clear();
  }

  async #ask(as: Identity, question: AccessQuestion): Promise<boolean> {
    try {
      const review = await this.#calls().json({
        method: 'POST',
        path: [
          'apis',
          'authorization.k8s.io',
          'v1',
          'selfsubjectaccessreviews',
        ],
        as,
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes: question },
        },
      });
      return valueAt(review, 'status', 'allowed') === true;
    } catch (error) {
      // A token that is not taken any more allows nothing.
      const refused = error instanceof CallError && error.code === 401;
      if (refused && as.kind === 'token') return false;
      throw error;
    }
  }
}
