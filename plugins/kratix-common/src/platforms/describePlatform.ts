import type { Cause, PlatformDescription, PlatformLabel, Tone } from '../api';
import { causeOf } from '../causes';
import { asList, asNumber, asText, isoTime, isRecord, quotable } from '../kube';
import type { PlatformFacts, PlatformKindFacts } from './facts';

const lastKnownAfterMs = 60_000;

const tones: Record<PlatformLabel, Tone> = {
  connecting: 'progress',
  connected: 'ok',
  limited: 'warn',
  'last-known': 'warn',
  unreachable: 'error',
  refused: 'error',
  'kratix-not-found': 'error',
};

/**
 * How the connection to a platform is. Pure and total.
 *
 * @public
 */
export function describePlatform(
  facts: PlatformFacts,
  options: { now: number },
): PlatformDescription {
  const { now } = options;
  const kinds = kindsOf(facts);
  const label = labelOfPlatform(facts, kinds, now);
  const lastContactAt = asNumber(facts?.lastContactAt);
  const lastContact = isoTime(lastContactAt);
  const since = isoTime(asNumber(facts?.failingSince));
  const failing = label === 'unreachable' || label === 'refused';
  const away = failing || label === 'last-known';
  const reason = failing
    ? quotable(asText(facts?.failure?.message))
    : undefined;
  const silentAt =
    lastContactAt === undefined ? undefined : lastContactAt + lastKnownAfterMs;
  const recheckAt =
    !away && silentAt !== undefined && silentAt > now
      ? isoTime(silentAt)
      : undefined;
  return {
    label,
    tone: tones[label],
    causes: away ? [staleCause(facts)] : [],
    flags: away ? ['last-known'] : [],
    ...(since && { since }),
    ...(recheckAt && { recheckAt }),
    ...(lastContact && { lastContact }),
    ...(reason && { reason }),
    missingKinds: kinds
      .filter(isMissing)
      .map(kind => `${kind.group}/${kind.plural}`),
    writable:
      !failing && label !== 'kratix-not-found' && label !== 'connecting',
  };
}

function kindsOf(facts: PlatformFacts): PlatformKindFacts[] {
  return asList(facts?.kinds).filter((kind): kind is PlatformKindFacts =>
    isRecord(kind),
  );
}

function labelOfPlatform(
  facts: PlatformFacts,
  kinds: PlatformKindFacts[],
  now: number,
): PlatformLabel {
  const reason = facts?.failure?.reason;
  if (asNumber(facts?.failingSince) !== undefined && reason) {
    return reason === 'unauthorized' || reason === 'forbidden'
      ? 'refused'
      : 'unreachable';
  }
  const core = kinds.filter(kind => kind.core);
  const all = (state: PlatformKindFacts['state']) =>
    core.length > 0 && core.every(kind => kind.state === state);
  if (all('absent')) return 'kratix-not-found';
  if (all('forbidden')) return 'refused';
  const contact = asNumber(facts?.lastContactAt);
  const listing = core.some(kind => kind.state === 'listing');
  if (contact === undefined || kinds.length === 0 || listing) {
    return 'connecting';
  }
  if (now - contact > lastKnownAfterMs) return 'last-known';
  return kinds.some(isMissing) ? 'limited' : 'connected';
}

function isMissing({ state }: PlatformKindFacts): boolean {
  return state === 'forbidden' || state === 'absent';
}

/** What this platform shows may be old: it does not answer. @public */
export function isOutOfReach(
  facts: PlatformFacts | undefined,
  now: number,
): boolean {
  if (!isRecord(facts)) return false;
  // The same for each of its thousands of requests, so kinds are not gone
  // through where the connection itself says enough.
  const contact = asNumber(facts.lastContactAt);
  const failing = asNumber(facts.failingSince) !== undefined;
  if (!failing && contact !== undefined && now - contact <= lastKnownAfterMs) {
    return false;
  }
  const label = labelOfPlatform(facts, kindsOf(facts), now);
  return (
    label === 'unreachable' || label === 'refused' || label === 'last-known'
  );
}

/** @public */
export function staleCause(facts: PlatformFacts | undefined): Cause {
  return causeOf({
    id: 'stale',
    params: {
      platform: asText(facts?.title) ?? asText(facts?.id),
      lastContact: isoTime(asNumber(facts?.lastContactAt)),
    },
    responsible: 'platform-team',
    since:
      isoTime(asNumber(facts?.failingSince)) ??
      isoTime(asNumber(facts?.lastContactAt)),
  });
}
