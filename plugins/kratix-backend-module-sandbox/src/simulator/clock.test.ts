import { SimulationClock } from './clock';

const start = new Date('2026-03-01T08:00:00Z');

function aClock() {
  const clock = new SimulationClock(start);
  const done: string[] = [];
  const later = (ms: number, name: string) =>
    clock.schedule(ms, () =>
      done.push(`${name} at ${clock.now().getTime() - start.getTime()}`),
    );
  return { clock, done, later };
}

describe('a clock in virtual time', () => {
  it('does what is due, in order, at its own time', () => {
    const { clock, done, later } = aClock();
    later(200, 'second');
    later(100, 'first');
    later(5000, 'too late');
    clock.advance(1000);
    expect(done).toEqual(['first at 100', 'second at 200']);
    expect(clock.now().getTime() - start.getTime()).toBe(1000);
  });

  it('does what was asked for first, first', () => {
    const { clock, done, later } = aClock();
    later(100, 'a');
    later(100, 'b');
    clock.advance(100);
    expect(done).toEqual(['a at 100', 'b at 100']);
  });

  it('does what tasks ask for meanwhile', () => {
    const { clock, done, later } = aClock();
    clock.schedule(100, () => later(100, 'inner'));
    clock.advance(200);
    expect(done).toEqual(['inner at 200']);
  });

  it('forgets what was cancelled', () => {
    const { clock, done, later } = aClock();
    later(100, 'cancelled')();
    clock.advance(200);
    expect(done).toEqual([]);
  });

  it('sleeps without doing anything, and goes on as if nothing had been', () => {
    const { clock, done, later } = aClock();
    later(100, 'task');
    clock.sleepUntil(new Date(start.getTime() + 60_000));
    expect(done).toEqual([]);
    clock.advance(99);
    expect(done).toEqual([]);
    clock.advance(1);
    expect(done).toEqual(['task at 60100']);
  });

  it('never goes back', () => {
    const { clock } = aClock();
    clock.advance(1000);
    clock.sleepUntil(start);
    clock.advanceTo(start);
    expect(clock.now().getTime() - start.getTime()).toBe(1000);
  });
});

describe('a clock let loose', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-03-02T00:00:00Z') }),
  );
  afterEach(() => jest.useRealTimers());

  it('follows the real time and divides delays by its speed', () => {
    const { clock, done } = aClock();
    clock.schedule(10_000, () => done.push('early'));
    clock.run(10);
    clock.schedule(20_000, () => done.push('late'));
    jest.advanceTimersByTime(999);
    expect(done).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(done).toEqual(['early']);
    jest.advanceTimersByTime(1000);
    expect(done).toEqual(['early', 'late']);
    expect(clock.now()).toEqual(new Date('2026-03-02T00:00:02Z'));
  });

  it('goes on after a task that throws', () => {
    const { clock, done } = aClock();
    clock.run();
    clock.schedule(100, () => {
      throw new Error('of its own');
    });
    clock.schedule(100, () => done.push('beside'));
    clock.schedule(200, () => done.push('later'));
    expect(() => jest.advanceTimersByTime(100)).toThrow('of its own');
    jest.advanceTimersByTime(100);
    expect(done).toEqual(['beside', 'later']);
  });

  it('does nothing once it is stopped', () => {
    const { clock, done } = aClock();
    clock.run();
    clock.schedule(100, () => done.push('task'));
    clock.stop();
    jest.advanceTimersByTime(1000);
    expect(done).toEqual([]);
  });
});
