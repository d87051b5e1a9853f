import type { KratixT } from '../../translation';
import type { CauseReader } from '../causeReader';
import type { Writer, Writers } from './writer';

const unwell =
  (headline: 'unhealthy' | 'degraded'): Writer =>
  (p, t) => {
    const detail = p.text('detail');
    let why: string = t('cause.unhealthy.whyPlain');
    if (p.has('detail') && p.sinceKnown) {
      why = t('cause.unhealthy.why', { ago: p.sinceAgo(), detail });
    } else if (p.has('detail')) {
      why = t('cause.unhealthy.whyUntimed', { detail });
    }
    return {
      headline: t(`cause.${headline}.headline`),
      why,
      next: t('cause.unhealthy.next'),
    };
  };

function waitedWhy(p: CauseReader, t: KratixT): string {
  return p.sinceKnown
    ? t('cause.submitted.whyTimed', { duration: p.sinceDuration() })
    : t('cause.submitted.why');
}

/** Health, waiting, and states in which nothing is wrong. @internal */
export const stateCauses = {
  unhealthy: unwell('unhealthy'),
  degraded: unwell('degraded'),
  'health-unknown': (p, t) => ({
    headline: t('cause.healthUnknown.headline'),
    why: p.sinceKnown
      ? t('cause.healthUnknown.why', { ago: p.sinceAgo() })
      : t('cause.healthUnknown.whyUntimed'),
    next: t('cause.healthUnknown.next'),
  }),
  'health-none': (_p, t) => ({
    headline: t('cause.healthNone.headline'),
    why: t('cause.healthNone.why'),
  }),
  'health-late': (p, t) => ({
    headline: t('cause.healthLate.headline'),
    why: p.has('usualGap')
      ? t('cause.healthLate.why', {
          ago: p.sinceAgo(),
          usual: p.duration('usualGap'),
        })
      : t('cause.healthLate.whyPlain', { ago: p.sinceAgo() }),
    next: t('cause.healthLate.next'),
  }),
  submitted: (p, t) => ({
    headline: t('cause.submitted.headline'),
    why: waitedWhy(p, t),
    next: t('cause.submitted.next'),
  }),
  'waiting-platform': (p, t) => ({
    headline: t('cause.waitingPlatform.headline'),
    why: waitedWhy(p, t),
    next: t('cause.waitingPlatform.next'),
  }),
  stale: (p, t) => {
    const platform = p.text('platform');
    return {
      headline: t('cause.stale.headline'),
      why: p.sinceKnown
        ? t('cause.stale.why', { platform, time: p.sinceClock() })
        : t('cause.stale.whyPlain', { platform }),
      next: t('cause.stale.next'),
    };
  },
  done: (_p, t) => ({
    headline: t('cause.done.headline'),
    why: t('cause.done.why'),
  }),
  'done-no-steps': (_p, t) => ({
    headline: t('cause.doneNoSteps.headline'),
    why: t('cause.doneNoSteps.why'),
  }),
  gone: (_p, t) => ({
    headline: t('cause.gone.headline'),
    why: t('cause.gone.why'),
  }),
} satisfies Writers;
