import {
  requestLabelSchema,
  type Cause,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Formats } from '../formats';
import type { KratixT as T } from '../translation';
import { finalizerWords } from './finalizerWords';

/** Reads the parameters of a cause as words. @internal */
export interface CauseReader {
  has(...names: string[]): boolean;
  /** `not known` where it is missing and nothing else is said. */
  text(name: string, otherwise?: string): string;
  /** Of a parameter in seconds. */
  duration(name: string): string;
  /** Of a parameter as Kratix writes durations: `10h`, `1m30s`. */
  interval(name: string): string;
  /** Of a parameter that is a time: `12 min ago`, `in 4 min`. */
  ago(name: string): string;
  sinceKnown: boolean;
  sinceDuration(): string;
  sinceAgo(): string;
  sinceClock(): string;
  storeReason(t: T): string;
  finalizer(name: string, t: T): string;
  requirementState(t: T): string;
  /** Why a Promise is unavailable, where it says. */
  promiseCause(t: T): string | undefined;
  requestLabel(t: T): string;
}

/** @internal */
export function createReader(
  cause: Cause,
  context: { t: T; formats: Formats; now: number },
): CauseReader {
  const { params, since } = cause;
  const { t, formats, now } = context;
  const has = (name: string) => {
    const value = params[name];
    return value !== undefined && value !== '';
  };
  const text = (name: string, otherwise?: string) => {
    if (!has(name)) return otherwise ?? t('cause.notKnown');
    const value = params[name];
    return typeof value === 'number' ? formats.number(value) : value;
  };
  return {
    has: (...names) => names.every(has),
    text,
    duration(name) {
      const seconds = Number(params[name]);
      return Number.isFinite(seconds) ? formats.duration(seconds) : text(name);
    },
    interval(name) {
      const seconds = secondsIn(text(name));
      return seconds === undefined ? text(name) : formats.duration(seconds);
    },
    ago(name) {
      const value = params[name];
      if (!has(name)) return t('cause.notKnown');
      // Kratix writes health times as Unix seconds.
      const time = typeof value === 'number' ? value * 1000 : value;
      return formats.relative(time, now);
    },
    sinceKnown: since !== undefined,
    sinceDuration: () =>
      since === undefined ? t('cause.notKnown') : formats.since(since, now),
    sinceAgo: () =>
      since === undefined ? t('cause.notKnown') : formats.relative(since, now),
    storeReason(say) {
      const reason = text('reason');
      switch (reason) {
        case 'StateStoreNotFound':
          return say('cause.storeNotReady.reason.missing');
        case 'SecretNotFound':
          return say('cause.storeNotReady.reason.secret');
        case 'ErrorValidatingPermissions':
          return say('cause.storeNotReady.reason.permissions');
        case 'StateStoreWriteFailed':
          return say('cause.storeNotReady.reason.write');
        case 'ErrorInitialisingWriter':
        case 'StateStoreError':
        case 'StateStoreNotReady':
          return say('cause.storeNotReady.reason.unreachable');
        default:
          // A reason of a later Kratix is better than none.
          return reason;
      }
    },
    sinceClock: () =>
      since === undefined ? t('cause.notKnown') : formats.clock(since, now),
    finalizer: (name, say) => finalizerWords(text(name), say),
    requirementState(say) {
      const state = text('state', 'unknown');
      switch (state) {
        case 'installed':
        case 'not-installed':
        case 'other-version':
        case 'not-available':
          return say(`promise.requirement.${state}`);
        default:
          return say('promise.requirement.unknown');
      }
    },
    promiseCause(say) {
      const why = text('cause');
      return why === 'failed' || why === 'requirement'
        ? say(`cause.promiseUnavailable.cause.${why}`)
        : undefined;
    },
    requestLabel(say) {
      const label = requestLabelSchema.safeParse(params.label);
      return label.success
        ? say(`request.status.${label.data}`)
        : text('label');
    },
  };
}

/** Seconds of a Go duration in whole hours, minutes and seconds. */
function secondsIn(text: string): number | undefined {
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text);
  if (!parts || text === '') return undefined;
  const [hours, minutes, seconds] = parts.slice(1).map(one => Number(one ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}
