import { SimulationClock } from './clock';
import { WorkQueue, type Outcome } from './workQueue';

function aQueue(answers: Record<string, (Outcome | Error | undefined)[]> = {}) {
  const start = new Date('2026-03-01T08:00:00Z');
  const clock = new SimulationClock(start);
  const seen: string[] = [];
  const errors: string[] = [];
  const queue = new WorkQueue({
    clock,
    onError: (key, error) => errors.push(`${key}: ${error}`),
    reconcile: key => {
      seen.push(`${key}@${clock.now().getTime() - start.getTime()}`);
      const answer = answers[key]?.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { clock, queue, seen, errors };
}

describe('a queue of reconciles', () => {
  it('takes one key at a time, some milliseconds apart', () => {
    const { clock, queue, seen } = aQueue();
    queue.add('a');
    queue.add('b');
    clock.advance(100);
    expect(seen).toEqual(['a@10', 'b@20']);
  });

  it('takes a key that was added twice once', () => {
    const { clock, queue, seen } = aQueue();
    queue.add('a');
    queue.add('a');
    clock.advance(100);
    expect(seen).toEqual(['a@10']);
  });

  it('comes back after the time asked for', () => {
    const { clock, queue, seen } = aQueue({ a: [{ afterMs: 500 }] });
    queue.add('a');
    clock.advance(1000);
    expect(seen).toEqual(['a@10', 'a@520']);
  });

  it('keeps the earliest of several times to come back', () => {
    const { clock, queue, seen } = aQueue();
    queue.addAfter('a', 500);
    queue.addAfter('a', 100);
    queue.addAfter('a', 900);
    clock.advance(2000);
    expect(seen).toEqual(['a@110']);
  });

  it('is busy while it holds, as after the creation of a Job', () => {
    const { clock, queue, seen } = aQueue({
      a: [{ hold: { ms: 1100, then: () => ({ again: true }) } }],
    });
    queue.add('a');
    queue.add('b');
    clock.advance(2000);
    expect(seen).toEqual(['a@10', 'b@1120', 'a@1130']);
  });

  it('reports what goes wrong and tries again', () => {
    const { clock, queue, seen, errors } = aQueue({ a: [new Error('no')] });
    queue.add('a');
    clock.advance(1000);
    expect(errors).toEqual(['a: Error: no']);
    expect(seen).toEqual(['a@10', 'a@70']);
  });
});
