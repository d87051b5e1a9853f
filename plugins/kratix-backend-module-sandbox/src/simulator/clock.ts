/** Ends a task that was scheduled. @public */
export type Cancel = () => void;

/**
 * What tells the simulator the time and wakes it up.
 *
 * @public
 */
export interface Clock {
  now(): Date;
  schedule(delayMs: number, task: () => void): Cancel;
}

interface Task {
  at: number;
  order: number;
  run: () => void;
  cancelled: boolean;
}

// Timers of Node end at 2^31 ms.
const longestTimerMs = 2_000_000_000;

/**
 * A clock that begins in virtual time, where whoever drives it says how far it
 * goes, and may be let loose to follow the real one. So hours of a platform's
 * life pass within a moment at start, and tests wait for nothing.
 *
 * @public
 */
export class SimulationClock implements Clock {
  readonly #tasks: Task[] = [];
  #order = 0;
  #virtualNow: number;
  #speed = 0;
  #timer?: NodeJS.Timeout;

  constructor(start: Date = new Date()) {
    this.#virtualNow = start.getTime();
  }

  now(): Date {
    return new Date(this.#time());
  }

  schedule(delayMs: number, task: () => void): Cancel {
    const wait = this.#speed ? delayMs / this.#speed : delayMs;
    this.#order += 1;
    const entry: Task = {
      at: this.#time() + Math.max(0, wait),
      order: this.#order,
      run: task,
      cancelled: false,
    };
    this.#insert(entry);
    if (this.#speed && this.#tasks[0] === entry) this.#arm();
    return () => {
      entry.cancelled = true;
    };
  }

  /** Virtual time: does what is due until then. */
  advanceTo(time: Date): void {
    const end = time.getTime();
    for (;;) {
      const next = this.#tasks[0];
      if (!next || next.at > end) break;
      this.#tasks.shift();
      this.#virtualNow = Math.max(this.#virtualNow, next.at);
      if (!next.cancelled) next.run();
    }
    this.#virtualNow = Math.max(this.#virtualNow, end);
  }

  /** Virtual time: does what is due in the next milliseconds. */
  advance(ms: number): void {
    this.advanceTo(new Date(this.#virtualNow + ms));
  }

  /**
   * Virtual time: jumps there without doing anything. What was due meanwhile
   * stays as far away as it was, as if the world had been asleep.
   */
  sleepUntil(time: Date): void {
    const slept = time.getTime() - this.#virtualNow;
    if (slept <= 0) return;
    for (const task of this.#tasks) task.at += slept;
    this.#virtualNow += slept;
  }

  /** From now on the real time rules; delays are divided by the speed. */
  run(speed: number = 1): void {
    this.#speed = speed;
    const now = Date.now();
    for (const task of this.#tasks) {
      task.at = now + Math.max(0, task.at - this.#virtualNow) / speed;
    }
    this.#arm();
  }

  /** Ends the clock; nothing that was scheduled happens any more. */
  stop(): void {
    this.#tasks.length = 0;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #time(): number {
    return this.#speed ? Date.now() : this.#virtualNow;
  }

  #insert(entry: Task) {
    let low = 0;
    let high = this.#tasks.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#tasks[middle].at <= entry.at) low = middle + 1;
      else high = middle;
    }
    this.#tasks.splice(low, 0, entry);
  }

  #arm() {
    if (this.#timer) clearTimeout(this.#timer);
    const next = this.#tasks[0];
    if (!next) return;
    const wait = Math.min(longestTimerMs, Math.max(0, next.at - Date.now()));
    this.#timer = setTimeout(() => this.#fire(), wait);
    // A sandbox must not keep a process alive that has nothing else to do.
    this.#timer.unref();
  }

  #fire() {
    const now = Date.now();
    try {
      while (this.#tasks[0] && this.#tasks[0].at <= now) {
        const task = this.#tasks.shift();
        if (task && !task.cancelled) task.run();
      }
    } finally {
      // What one task throws must not put all others to sleep.
      this.#arm();
    }
  }
}
