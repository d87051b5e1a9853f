import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves once the portal is usable: the backend has started all its plugins,
 * every platform answered or was given up, and the frontend sends its page.
 *
 * Rejects when `signal` aborts.
 */
export async function portalReady(portal, { signal, onStep }) {
  const { backendUrl, appUrl } = portal;
  await until(signal, async () => {
    const answer = await get(
      `${backendUrl}/.backstage/health/v1/readiness`,
      signal,
    );
    return answer?.ok;
  });
  onStep('backend');
  await platformsSettled(portal, signal);
  onStep('platforms');
  await until(signal, async () => {
    const answer = await get(appUrl, signal);
    return answer?.ok;
  });
  onStep('frontend');
}

// Where guests may not sign in nobody but a person can ask, so that the
// route answering at all has to do.
async function platformsSettled({ backendUrl, guest }, signal) {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(20_000)]);
  try {
    const token = guest ? await guestToken(backendUrl, patience) : undefined;
    await until(patience, async () => {
      const answer = await get(
        `${backendUrl}/api/kratix/platforms`,
        patience,
        token ? { authorization: `Bearer ${token}` } : {},
      );
      if (answer?.ok) {
        return allSettled(await answer.json());
      }
      return answer?.status === 401 && !guest;
    });
  } catch {
    // A platform that does not connect is the portal's to show, not a reason
    // to show no portal.
    signal.throwIfAborted();
  }
}

/** Pure: has every platform of the answer got beyond connecting? */
export function allSettled(body) {
  const platforms = body?.items ?? [];
  return platforms.every(
    platform => platform?.description?.label !== 'connecting',
  );
}

// Whoever signs in before the catalog knows them acts for themselves alone for
// as long as their token lives: nothing of their team would be theirs.
async function guestToken(backendUrl, signal) {
  let identity;
  await until(signal, async () => {
    const answer = await get(`${backendUrl}/api/auth/guest/refresh`, signal, {
      'x-requested-with': 'XMLHttpRequest',
    });
    identity = answer?.ok ? (await answer.json()).backstageIdentity : undefined;
    return knowsTeams(identity);
  });
  return identity.token;
}

/** Pure: does this sign-in act for anybody but the person? */
export function knowsTeams(backstageIdentity) {
  const refs = backstageIdentity?.identity?.ownershipEntityRefs ?? [];
  return refs.some(ref => !ref.startsWith('user:'));
}

async function get(url, signal, headers = {}) {
  try {
    return await fetch(url, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]),
    });
  } catch {
    return undefined;
  }
}

async function until(signal, check) {
  for (;;) {
    signal.throwIfAborted();
    if (await check()) {
      return;
    }
    await sleep(300, undefined, { signal });
  }
}
