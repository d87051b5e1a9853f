import type { FollowDeps } from '../platforms/followUntil';

/**
 * One answer a turn, the last for ever; errors among them are thrown. Time
 * passes only between turns.
 *
 * @internal
 */
export function turnByTurn<T>(
  answers: readonly (T | Error)[],
): Required<FollowDeps> & {
  next: () => Promise<T>;
} {
  let turn = 0;
  let clock = 0;
  return {
    async next() {
      const answer = answers[Math.min(turn, answers.length - 1)];
      turn += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    now: () => clock,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      clock += ms;
    },
  };
}
