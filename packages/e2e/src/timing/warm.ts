import { setTimeout as sleep } from 'node:timers/promises';

const stepMs = 2_000;
/** What is derived once more after all has been read. */
const restMs = 10_000;

/**
 * Waits until the portal has read all requests.
 *
 * @throws TimeoutError after `timeoutMs`
 * @internal
 */
export async function warm(
  url: string,
  options: { requests: number; timeoutMs: number },
): Promise<void> {
  const giveUp = AbortSignal.timeout(options.timeoutMs);
  const headers = { authorization: `Bearer ${await guestToken(url)}` };
  const total = async () => {
    const answer = await fetch(`${url}/api/kratix/requests?size=1`, {
      headers,
      signal: giveUp,
    });
    return answer.ok ? Number((await answer.json()).total) : 0;
  };
  while ((await total()) < options.requests) {
    giveUp.throwIfAborted();
    await sleep(stepMs);
  }
  await sleep(restMs);
}

async function guestToken(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  return backstageIdentity.token;
}
