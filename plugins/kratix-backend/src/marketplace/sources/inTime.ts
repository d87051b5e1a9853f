import { readingLimits } from './readingLimits';
import { SourceProblem } from './SourceProblem';

/**
 * The result of some work, as long as it comes in time. Readers don't all heed
 * the signal, and some never end once their stream broke.
 *
 * @throws SourceProblem when the signal says so first
 * @internal
 */
export async function inTime<T>(
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  const late = new AbortController();
  try {
    return await Promise.race([work, failureAt(signal, late.signal)]);
  } finally {
    late.abort();
    // Whoever lost the race may still fail, and nobody would be told.
    work.catch(() => {});
  }
}

function failureAt(signal: AbortSignal, done: AbortSignal): Promise<never> {
  const { seconds } = readingLimits;
  const problem = () =>
    signal.reason?.name === 'TimeoutError'
      ? new SourceProblem(`It took longer than ${seconds} seconds to read.`)
      : new SourceProblem('Reading it was stopped.');
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(problem());
    const stop = () => reject(problem());
    signal.addEventListener('abort', stop, { once: true, signal: done });
  });
}
