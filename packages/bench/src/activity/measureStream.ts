import { setTimeout } from 'node:timers/promises';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { SandboxPlatform } from '../platforms/SandboxPlatform';
import type { BenchBackend } from '../processes/startBackend';

const openStreams = 100;
const changes = 20;

/** Who has heard of what, and when. */
class Heard {
  #wanted = '';
  #times = new Map<number, number>();
  #done: (times: number[]) => void = () => {};
  /** What came before it was asked for. */
  #early: Array<{ stream: number; text: string; at: number }> = [];

  note(stream: number, text: string) {
    const at = Date.now();
    this.#early.push({ stream, text, at });
    if (this.#early.length > 10_000) this.#early.splice(0, 5_000);
    this.#take(stream, text, at);
  }

  byAll(wanted: string): Promise<number[]> {
    return new Promise(resolve => {
      this.#wanted = wanted;
      this.#times = new Map();
      this.#done = resolve;
      const early = this.#early;
      this.#early = [];
      early.forEach(one => this.#take(one.stream, one.text, one.at));
    });
  }

  #take(stream: number, text: string, at: number) {
    if (!this.#wanted || this.#times.has(stream)) return;
    if (!text.includes(this.#wanted)) return;
    this.#times.set(stream, at);
    if (this.#times.size < openStreams) return;
    this.#wanted = '';
    this.#done([...this.#times.values()]);
  }
}

async function listen(
  body: ReadableStream<Uint8Array>,
  onText: (text: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onText(decoder.decode(value, { stream: true }));
  }
}

/** A change on the platform until each of a hundred open streams has told it. */
export async function measureStream(
  backend: BenchBackend,
  sandbox: SandboxPlatform,
): Promise<Figure[]> {
  const stop = new AbortController();
  const heard = new Heard();
  const streams = await Promise.all(
    Array.from({ length: openStreams }, async (_, index) => {
      const response = await backend.fetch(
        '/api/kratix/stream?topic=requests',
        { signal: stop.signal },
      );
      if (!response.ok || !response.body) {
        throw new Error(`The stream answered ${response.status}`);
      }
      // In an object: a bare promise would be waited for here and now.
      return { ended: listen(response.body, text => heard.note(index, text)) };
    }),
  );
  const samples: number[] = [];
  for (let index = 0; index < changes; index++) {
    const { at = 0, name = '' } = await sandbox.ask({ type: 'touch', index });
    const times = await Promise.race([
      heard.byAll(`"name":"${name}"`),
      tooLate(name),
    ]);
    samples.push(...times.map(time => time - at));
  }
  stop.abort();
  await Promise.allSettled(streams.map(({ ended }) => ended));
  return [
    {
      name: 'change → stream p50',
      unit: 'ms',
      value: percentile(samples, 0.5),
    },
    {
      name: 'change → stream p95',
      unit: 'ms',
      value: percentile(samples, 0.95),
      budget: 1000,
    },
  ];
}

/** @throws Error after a minute; its timer keeps no process alive */
async function tooLate(name: string): Promise<never> {
  await setTimeout(60_000, undefined, { ref: false });
  throw new Error(`Not every stream told of ${name} within a minute`);
}
