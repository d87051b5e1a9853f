import {
  accountRight,
  type AccountRights,
  type PlatformFacts,
  rightKey,
  type RightQuestion,
  rightsToAsk,
  rulesOfReview,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import pLimit from 'p-limit';
import { Moment, type Clock } from '../cache/clock';
import type { ClusterCalls } from '../connections/clusterCalls';

/**
 * A namespace that nobody has. Rights are asked about with a namespace, and
 * come with those of its own role bindings; of one that is not there, what is
 * granted everywhere is all there is.
 */
const nowhere = 'kratix-portal-has-no-such-namespace';

// For clusters whose webhook decides, where each right is a question.
const mostQuestions = 300;
const questionsAtOnce = 6;

/**
 * What the account of the connection may do, as the platform says when it is
 * asked: at the start, when it comes back and when somebody wants to know.
 *
 * @internal
 */
export class AccountRightsReview {
  readonly #options: {
    clock: Clock;
    signal: AbortSignal;
    changed: () => void;
  };
  readonly #asked: Moment;
  #known: Omit<AccountRights, 'askedAt' | 'failed'> = {
    rules: [],
    complete: false,
    answers: {},
  };
  /** Absent until asked. */
  #failed?: boolean;
  #asking?: Promise<void>;

  constructor(options: {
    clock: Clock;
    signal: AbortSignal;
    /** Something else is known now. */
    changed: () => void;
  }) {
    this.#options = options;
    this.#asked = new Moment(options.clock);
  }

  facts(): AccountRights | undefined {
    if (this.#failed === undefined) return undefined;
    return {
      ...this.#known,
      askedAt: this.#asked.epoch,
      failed: this.#failed,
    };
  }

  /** Shared by whoever asks meanwhile. Never throws: no answer is a fact, too. */
  ask(
    calls: ClusterCalls | undefined,
    facts: Pick<PlatformFacts, 'identity' | 'kinds'>,
  ): Promise<void> {
    this.#asking ??= this.#ask(calls, facts).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(
    calls: ClusterCalls | undefined,
    facts: Pick<PlatformFacts, 'identity' | 'kinds'>,
  ): Promise<void> {
    try {
      if (!calls) throw new Error('There is no connection');
      const review = await this.#review(calls, 'selfsubjectrulesreviews', {
        namespace: nowhere,
      });
      const told = { ...rulesOfReview(review), answers: {} };
      this.#known = {
        ...told,
        answers: await this.#askEach(calls, told, facts),
      };
      this.#asked.mark();
      this.#failed = false;
    } catch {
      // What was known before stays, marked as old.
      this.#failed = true;
    }
    if (!this.#options.signal.aborted) this.#options.changed();
  }

  /** Such rights as the rules neither grant nor deny. */
  async #askEach(
    calls: ClusterCalls,
    told: Omit<AccountRights, 'askedAt' | 'failed'>,
    facts: Pick<PlatformFacts, 'identity' | 'kinds'>,
  ): Promise<Record<string, boolean>> {
    if (told.complete) return {};
    const open = rightsToAsk(facts).filter(
      question =>
        accountRight({ ...told, failed: false }, question) === 'unknown',
    );
    const limit = pLimit(questionsAtOnce);
    const answers = await Promise.all(
      open
        .slice(0, mostQuestions)
        .map(question => limit(() => this.#askOne(calls, question))),
    );
    return Object.fromEntries(answers.flat());
  }

  async #askOne(
    calls: ClusterCalls,
    question: RightQuestion,
  ): Promise<[string, boolean][]> {
    const review = await this.#review(calls, 'selfsubjectaccessreviews', {
      resourceAttributes: question,
    });
    const allowed = valueAt(review, 'status', 'allowed');
    // An error of whoever decides is no refusal.
    const isAnswer =
      allowed === true ||
      (allowed === false &&
        valueAt(review, 'status', 'evaluationError') === undefined);
    return isAnswer ? [[rightKey(question), allowed === true]] : [];
  }

  #review(
    calls: ClusterCalls,
    plural: 'selfsubjectrulesreviews' | 'selfsubjectaccessreviews',
    spec: object,
  ): Promise<unknown> {
    return calls.json({
      method: 'POST',
      path: ['apis', 'authorization.k8s.io', 'v1', plural],
      signal: this.#options.signal,
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind:
          plural === 'selfsubjectrulesreviews'
            ? 'SelfSubjectRulesReview'
            : 'SelfSubjectAccessReview',
        spec,
      },
    });
  }
}
