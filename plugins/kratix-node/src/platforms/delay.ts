import {
  type KubeObject,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Clock } from '../cache/clock';

const minuteMs = 60_000;
const mostSamples = 500;

/**
 * Milliseconds from a change to the cache, as the median of the last minute.
 * Taken from Events, the only objects that say when to the millisecond. Clocks
 * that differ show here, too; less than nothing is shown as nothing.
 *
 * @internal
 */
export class DelayMeter {
  readonly #clock: Clock;
  #samples: { at: number; delay: number }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  see(event: KubeObject): void {
    const written = Date.parse(
      textAt(event, 'series', 'lastObservedTime') ??
        textAt(event, 'eventTime') ??
        '',
    );
    const delay = this.#clock.now() - written;
    // An ended series is written once more, minutes later.
    if (!(delay < minuteMs)) return;
    this.#samples.push({
      at: this.#clock.monotonic(),
      delay: Math.max(0, delay),
    });
    if (this.#samples.length > mostSamples) this.#samples.shift();
  }

  get medianMs(): number | undefined {
    const since = this.#clock.monotonic() - minuteMs;
    this.#samples = this.#samples.filter(({ at }) => at >= since);
    const delays = this.#samples.map(({ delay }) => delay);
    delays.sort((a, b) => a - b);
    return delays[Math.floor(delays.length / 2)];
  }
}
