import { followUntil, type Look } from './followUntil';

const waiting: Look = {
  status: 'in-progress',
  explanation: 'In progress',
  verdict: 'waiting',
};

/** Follows what never ends, until the task is cancelled at that look. */
function follow(options: {
  cancelAt: number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}) {
  const { cancelAt, sleep } = options;
  const task = new AbortController();
  if (cancelAt === 0) task.abort();
  let looks = 0;
  const end = followUntil({
    goal: 'ready',
    timeoutMs: 60_000,
    signal: task.signal,
    tell: () => {},
    look: async () => {
      looks += 1;
      if (looks === cancelAt) setImmediate(() => task.abort());
      return waiting;
    },
    sleep,
  });
  return { end, looks: () => looks };
}

describe('a task that is cancelled', () => {
  it('looks no more', async () => {
    const { end, looks } = follow({ cancelAt: 0 });
    await expect(end).rejects.toMatchObject({ name: 'AbortError' });
    expect(looks()).toBe(0);
  });

  it('looks no more after a sleep that nothing woke', async () => {
    // Ends right after the task was cancelled, in the order of asking.
    const sleep = () => new Promise(done => setImmediate(done));
    const { end, looks } = follow({ cancelAt: 2, sleep });
    await expect(end).rejects.toMatchObject({ name: 'AbortError' });
    expect(looks()).toBe(2);
  });

  it('does not sleep on until its next look', async () => {
    const { end } = follow({ cancelAt: 1 });
    const error = await end.catch(reason => reason);
    // What woke it is the sleep itself: a look would have found out by the
    // signal, whose reason is the error then.
    expect(error).toMatchObject({ name: 'AbortError', code: 'ABORT_ERR' });
  });
});
