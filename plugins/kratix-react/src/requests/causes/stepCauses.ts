import type { KratixT } from '../../translation';
import type { CauseReader } from '../causeReader';
import type { Writer, Writers } from './writer';

const step: Writer = (p, t) => {
  const { has, text } = p;
  const named = { step: text('step') };
  const counted = { ...named, index: text('i'), total: text('n') };
  const ended = { container: text('container'), code: text('code') };
  let why: string = t('cause.stepFailed.whyPlain', named);
  if (has('i', 'n', 'container', 'code')) {
    why = t('cause.stepFailed.why', { ...counted, ...ended });
  } else if (has('container', 'code')) {
    why = t('cause.stepFailed.whyContainer', { ...named, ...ended });
  } else if (has('i', 'n')) {
    why = t('cause.stepFailed.whyStep', counted);
  }
  return {
    headline: stepHeadline(p, t),
    why,
    next: has('interval')
      ? t('cause.stepFailed.nextInterval', { interval: p.interval('interval') })
      : t('cause.stepFailed.next'),
  };
};

/** Something that ran before still runs, where only a change failed. */
function stepHeadline(p: CauseReader, t: KratixT): string {
  return p.text('first', 'yes') === 'yes'
    ? t('cause.stepFailed.headline')
    : t('cause.stepFailed.headlineChange');
}

/** Steps that failed, wait, run or are held back. @internal */
export const stepCauses = {
  'step-failed': step,
  'step-image': (p, t) => ({
    headline: stepHeadline(p, t),
    why: t('cause.stepImage.why', {
      step: p.text('step'),
      image: p.text('image'),
    }),
    next: t('cause.stepImage.next'),
  }),
  'step-pod-pending': (p, t) => ({
    headline: t('cause.stepPodPending.headline', { step: p.text('step') }),
    why: t('cause.stepPodPending.why', { reason: p.text('reason') }),
    next: t('cause.stepPodPending.next'),
  }),
  approval: (p, t) => {
    const named = { step: p.text('step'), message: p.text('message') };
    let why: string = t('cause.approval.whySilent', { step: named.step });
    if (p.has('message')) {
      why = p.sinceKnown
        ? t('cause.approval.why', { ...named, duration: p.sinceDuration() })
        : t('cause.approval.whyUntimed', named);
    }
    return {
      headline: t('cause.approval.headline'),
      why,
      next: t('cause.approval.next'),
    };
  },
  'suspended-by-hand': (_p, t) => ({
    headline: t('cause.suspendedByHand.headline'),
    why: t('cause.suspendedByHand.why'),
    next: t('cause.suspendedByHand.next'),
  }),
  'sent-back': (p, t) => ({
    headline: p.has('by')
      ? t('cause.sentBack.headlineBy', { by: p.text('by') })
      : t('cause.sentBack.headline'),
    why: p.has('reason')
      ? t('cause.sentBack.why', { reason: p.text('reason') })
      : t('cause.sentBack.whySilent'),
    next: t('cause.sentBack.next'),
  }),
  retrying: (p, t) => {
    const named = { step: p.text('step') };
    const attempt = p.text('attempt');
    let why: string = t('cause.retrying.whyPlain', named);
    if (p.has('message', 'attempt')) {
      const message = p.text('message');
      why = t('cause.retrying.why', { ...named, message, attempt });
    } else if (p.has('attempt')) {
      why = t('cause.retrying.whySilent', { ...named, attempt });
    }
    return {
      headline: p.has('nextRetryAt')
        ? t('cause.retrying.headlineIn', { in: p.ago('nextRetryAt') })
        : t('cause.retrying.headline'),
      why,
      next: t('cause.retrying.next'),
    };
  },
  'in-progress': (p, t) => {
    if (p.text('phase', '') === 'delivering') {
      const counts = { done: p.text('done'), total: p.text('total') };
      return {
        headline: t('cause.inProgress.headlineDelivering'),
        why: t('cause.inProgress.whyDelivering', counts),
        next: t('cause.inProgress.next'),
      };
    }
    const duration = p.sinceDuration();
    let why: string = t('cause.inProgress.whyPlain');
    if (p.sinceKnown) {
      why = p.has('p50')
        ? t('cause.inProgress.whyUsual', { duration, usual: p.duration('p50') })
        : t('cause.inProgress.why', { duration });
    }
    return {
      headline: p.has('i', 'n', 'step')
        ? t('cause.inProgress.headlineStep', {
            index: p.text('i'),
            total: p.text('n'),
            step: p.text('step'),
          })
        : t('cause.inProgress.headline'),
      why,
      next: t('cause.inProgress.next'),
    };
  },
  slow: (p, t) => ({
    headline: t('cause.slow.headline'),
    why: t('cause.slow.why', {
      duration: p.sinceDuration(),
      usual: p.duration('p90'),
    }),
    next: t('cause.slow.next'),
  }),
  paused: (p, t) => ({
    headline: t('cause.paused.headline'),
    why: p.sinceKnown
      ? t('cause.paused.why', { duration: p.sinceDuration() })
      : t('cause.paused.whyUntimed'),
    next: t('cause.paused.next'),
  }),
  child: (p, t) => ({
    headline: t('cause.child.headline', {
      kind: p.text('kind'),
      name: p.text('name'),
    }),
    why: t('cause.child.why', { label: p.requestLabel(t) }),
    next: t('cause.child.next', { name: p.text('name') }),
  }),
} satisfies Writers;
