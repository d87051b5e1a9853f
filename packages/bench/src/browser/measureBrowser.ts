import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { SandboxPlatform } from '../platforms/SandboxPlatform';
import { nextMessage, startChild } from '../processes/startChild';

/** Pages are to answer within this, milliseconds. */
const budget = 2_000;

interface TimingsMessage {
  type: 'timings';
  timings: Record<string, number[]>;
}

function isTimings(message: unknown): message is TimingsMessage {
  return (message as TimingsMessage | undefined)?.type === 'timings';
}

/**
 * A browser on the whole portal and its built app, as the browser tests start it: until a page answers, and what lists take to do.
 */
export async function measureBrowser(
  sandbox: SandboxPlatform,
): Promise<Figure[]> {
  const child = startChild('../../e2e/src/timing/index.ts');
  child.send({
    ...sandbox.config(),
    requests: sandbox.ready.requests,
  });
  const { timings } = await nextMessage(child, isTimings);
  return Object.entries(timings).flatMap(([what, samples]) => [
    { name: `${what} p50`, unit: 'ms', value: percentile(samples, 0.5) },
    {
      name: `${what} p95`,
      unit: 'ms',
      value: percentile(samples, 0.95),
      budget,
    },
  ]);
}
