import type { Response } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultEffect } from '../faults';
import { KubeStatusError } from '../store';

/** What is left for the answer to heed. @internal */
export interface Befallen {
  /** False: the call has been dealt with. */
  goesOn: boolean;
  isSilent: boolean;
  /** How many objects a list shows. */
  keep?: number;
}

const reasons: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'Expired',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  504: 'Timeout',
};

/** Cuts the connection once so many bytes were written. */
function cutAfter(res: Response, bytes: number) {
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  let left = bytes;
  const cut = (chunk: unknown) => {
    const data = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    if (data.length < left) {
      left -= data.length;
      return write(data);
    }
    write(data.subarray(0, left), () => res.socket?.destroy());
    left = 0;
    return false;
  };
  res.write = (chunk: unknown) => cut(chunk);
  res.end = (chunk?: unknown) => {
    if (chunk === undefined || typeof chunk === 'function') return end();
    if (cut(chunk)) return end();
    return res;
  };
}

/**
 * Lets the effects of faults happen to an answer.
 *
 * @throws KubeStatusError where the fault is a refusal
 * @internal
 */
export async function befallen(
  effects: FaultEffect[],
  res: Response,
): Promise<Befallen> {
  const outcome: Befallen = { goesOn: true, isSilent: false };
  for (const effect of effects) {
    switch (effect.type) {
      case 'latency':
        await sleep(effect.ms);
        break;
      case 'status':
        throw new KubeStatusError(
          effect.code,
          effect.reason ?? reasons[effect.code] ?? 'InternalError',
          effect.message ?? `injected ${effect.code}`,
          effect.retryAfterSeconds
            ? { retryAfterSeconds: effect.retryAfterSeconds }
            : {},
        );
      case 'reset':
        res.socket?.destroy();
        return { ...outcome, goesOn: false };
      case 'cut':
        cutAfter(res, effect.afterBytes);
        break;
      case 'silence':
        outcome.isSilent = true;
        break;
      case 'partial':
        outcome.keep = effect.keep;
        break;
      default:
        effect satisfies never;
    }
  }
  return outcome;
}
