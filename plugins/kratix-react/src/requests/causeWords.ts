import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type {
  Cause,
  CauseId,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Formats } from '../formats';
import type { kratixTranslationRef } from '../translation';
import { createReader, type CauseReader } from './causeReader';

/** A cause in words. @public */
export interface CauseWords {
  headline: string;
  /** Absent where the headline says it all. */
  why?: string;
  /** Begins with who. */
  next?: string;
}

type T = TranslationFunction<typeof kratixTranslationRef.T>;
type Writer = (p: CauseReader, t: T) => CauseWords;

const step: Writer = (p, t) => {
  const { has, text } = p;
  const named = { step: text('step') };
  const counted = { ...named, index: text('index'), total: text('total') };
  const ended = { container: text('container'), code: text('code') };
  let why: string = t('cause.stepFailed.whyPlain', named);
  if (has('index', 'total', 'container', 'code')) {
    why = t('cause.stepFailed.why', { ...counted, ...ended });
  } else if (has('container', 'code')) {
    why = t('cause.stepFailed.whyContainer', { ...named, ...ended });
  } else if (has('index', 'total')) {
    why = t('cause.stepFailed.whyStep', counted);
  }
  return {
    headline: stepHeadline(p, t),
    why,
    next: has('interval')
      ? t('cause.stepFailed.nextInterval', { interval: p.duration('interval') })
      : t('cause.stepFailed.next'),
  };
};

/** Whether there is an earlier version of it that still runs. */
function stepHeadline(p: CauseReader, t: T): string {
  return p.text('earlier', 'false') === 'true'
    ? t('cause.stepFailed.headlineChange')
    : t('cause.stepFailed.headline');
}

const unwell =
  (headline: 'unhealthy' | 'degraded'): Writer =>
  (p, t) => {
    const detail = p.text('detail');
    let why: string = t('cause.unhealthy.whyPlain');
    if (p.has('detail', 'reportedAt')) {
      why = t('cause.unhealthy.why', { ago: p.ago('reportedAt'), detail });
    } else if (p.has('detail')) {
      why = t('cause.unhealthy.whyUntimed', { detail });
    }
    return {
      headline: t(`cause.${headline}.headline`),
      why,
      next: t('cause.unhealthy.next'),
    };
  };

const release =
  (why: 'whyFetch' | 'whyLabel' | 'whyMismatch'): Writer =>
  (p, t) => ({
    headline: t('cause.release.headline', { promise: p.text('promise') }),
    why: t(`cause.release.${why}`, {
      url: p.text('url'),
      found: p.text('found'),
      wanted: p.text('wanted'),
    }),
    next: t('cause.release.next'),
  });

/** One writer for each cause; a new cause does not compile without one. */
const writers: Record<CauseId, Writer> = {
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
    headline: t('cause.sentBack.headline'),
    why: t('cause.sentBack.why', { reason: p.text('reason') }),
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
  'no-destination': (p, t) => {
    const labels = p.text('labels');
    let why: string = t('cause.noDestination.whyNone');
    if (p.has('labels', 'closest', 'missing')) {
      why = t('cause.noDestination.whyClosest', {
        labels,
        destination: p.text('closest'),
        missing: p.text('missing'),
      });
    } else if (p.has('labels')) {
      why = t('cause.noDestination.why', { labels });
    }
    return {
      headline: t('cause.noDestination.headline'),
      why,
      next: t('cause.noDestination.next'),
    };
  },
  misplaced: (p, t) => {
    const destination = p.text('destination');
    return {
      headline: t('cause.misplaced.headline'),
      why: p.has('labels')
        ? t('cause.misplaced.why', { destination, labels: p.text('labels') })
        : t('cause.misplaced.whyPlain', { destination }),
      next: t('cause.misplaced.next'),
    };
  },
  'write-failed': (p, t) => ({
    headline: t('cause.writeFailed.headline', {
      destination: p.text('destination'),
    }),
    why: p.has('error')
      ? t('cause.writeFailed.why', { error: p.text('error') })
      : t('cause.writeFailed.whyPlain'),
    next: p.has('store')
      ? t('cause.writeFailed.next', { store: p.text('store') })
      : t('cause.writeFailed.nextPlain'),
  }),
  'write-overdue': (p, t) => ({
    headline: t('cause.writeOverdue.headline', {
      destination: p.text('destination'),
    }),
    why: p.sinceKnown
      ? t('cause.writeOverdue.why', { duration: p.sinceDuration() })
      : t('cause.writeOverdue.whyPlain'),
    next: t('cause.writeOverdue.next'),
  }),
  'store-not-ready': (p, t) => {
    const store = p.text('store');
    return {
      headline: t('cause.storeNotReady.headline', {
        destination: p.text('destination'),
      }),
      why: p.has('reason')
        ? t('cause.storeNotReady.why', { store, reason: p.text('reason') })
        : t('cause.storeNotReady.whyPlain', { store }),
      next: t('cause.storeNotReady.next'),
    };
  },
  'destination-gone': (p, t) => ({
    headline: t('cause.destinationGone.headline'),
    why: t('cause.destinationGone.why', { destination: p.text('destination') }),
    next: t('cause.destinationGone.next'),
  }),
  requirement: (p, t) => {
    const requirement = p.text('requirement');
    const state = p.requirementState(t);
    return {
      headline: t('cause.requirement.headline', { promise: p.text('promise') }),
      why: p.has('version')
        ? t('cause.requirement.why', {
            requirement,
            state,
            version: p.text('version'),
          })
        : t('cause.requirement.whyUnversioned', { requirement, state }),
      next: t('cause.requirement.next', { requirement }),
    };
  },
  'promise-unavailable': (p, t) => ({
    headline: t('cause.promiseUnavailable.headline', {
      promise: p.text('promise'),
    }),
    why: p.has('cause')
      ? t('cause.promiseUnavailable.why', { cause: p.promiseLabel(t) })
      : t('cause.promiseUnavailable.whyPlain'),
    next: t('cause.promiseUnavailable.next'),
  }),
  'promise-paused': (p, t) => ({
    headline: t('cause.promisePaused.headline', { promise: p.text('promise') }),
    why: t('cause.promisePaused.why'),
    next: t('cause.promisePaused.next'),
  }),
  'promise-failed': (p, t) => ({
    headline: t('cause.promiseFailed.headline', { promise: p.text('promise') }),
    why: p.has('step')
      ? t('cause.promiseFailed.why', { step: p.text('step') })
      : t('cause.promiseFailed.whyPlain'),
    next: t('cause.promiseFailed.next'),
  }),
  'api-invalid': (p, t) => ({
    headline: t('cause.apiInvalid.headline', { promise: p.text('promise') }),
    why: t('cause.apiInvalid.why', { reason: p.text('reason') }),
    next: t('cause.apiInvalid.next'),
  }),
  'api-conflict': (p, t) => ({
    headline: t('cause.apiConflict.headline'),
    why: t('cause.apiConflict.why', {
      a: p.text('a'),
      b: p.text('b'),
      crd: p.text('crd'),
    }),
    next: t('cause.apiConflict.next'),
  }),
  paused: (p, t) => ({
    headline: t('cause.paused.headline'),
    why: p.sinceKnown
      ? t('cause.paused.why', { duration: p.sinceDuration() })
      : t('cause.paused.whyUntimed'),
    next: t('cause.paused.next'),
  }),
  deleting: (p, t) => {
    let why: string = t('cause.deleting.whyPlain');
    if (p.has('stage', 'done', 'total')) {
      why = t('cause.deleting.why', {
        stage: p.finalizer('stage', t),
        done: p.text('done'),
        total: p.text('total'),
      });
    } else if (p.has('stage')) {
      why = t('cause.deleting.whyStage', { stage: p.finalizer('stage', t) });
    }
    return {
      headline: t('cause.deleting.headline'),
      why,
      next: t('cause.deleting.next'),
    };
  },
  'delete-step-failed': (p, t) => ({
    headline: t('cause.deleteStepFailed.headline'),
    why: t('cause.deleteStepFailed.why', { step: p.text('step') }),
    next: t('cause.deleteStepFailed.next'),
  }),
  'delete-approval': (p, t) => ({
    headline: t('cause.deleteApproval.headline'),
    why: p.has('message')
      ? t('cause.deleteApproval.why', {
          step: p.text('step'),
          message: p.text('message'),
        })
      : t('cause.deleteApproval.whySilent', { step: p.text('step') }),
    next: t('cause.deleteApproval.next'),
  }),
  'delete-store': (p, t) => ({
    headline: t('cause.deleteStore.headline', {
      destination: p.text('destination'),
    }),
    why: t('cause.deleteStore.why', { store: p.text('store') }),
    next: t('cause.deleteStore.next'),
  }),
  'delete-finalizer': (p, t) => {
    const finalizer = p.finalizer('finalizer', t);
    return {
      headline: t('cause.deleteFinalizer.headline'),
      why: p.sinceKnown
        ? t('cause.deleteFinalizer.why', {
            finalizer,
            duration: p.sinceDuration(),
          })
        : t('cause.deleteFinalizer.whyUntimed', { finalizer }),
      next: t('cause.deleteFinalizer.next'),
    };
  },
  unhealthy: unwell('unhealthy'),
  degraded: unwell('degraded'),
  'health-unknown': (p, t) => ({
    headline: t('cause.healthUnknown.headline'),
    why: p.has('reportedAt')
      ? t('cause.healthUnknown.why', { ago: p.ago('reportedAt') })
      : t('cause.healthUnknown.whyUntimed'),
    next: t('cause.healthUnknown.next'),
  }),
  'health-none': (_p, t) => ({
    headline: t('cause.healthNone.headline'),
    why: t('cause.healthNone.why'),
  }),
  'health-late': (p, t) => ({
    headline: t('cause.healthLate.headline'),
    why: p.has('usual')
      ? t('cause.healthLate.why', {
          ago: p.ago('reportedAt'),
          usual: p.duration('usual'),
        })
      : t('cause.healthLate.whyPlain', { ago: p.ago('reportedAt') }),
    next: t('cause.healthLate.next'),
  }),
  outdated: (p, t) => {
    const versions = { applied: p.text('applied'), latest: p.text('latest') };
    return {
      headline: t('cause.outdated.headline'),
      why:
        p.text('pinned', 'false') === 'true'
          ? t('cause.outdated.whyPinned', versions)
          : t('cause.outdated.why', versions),
      next: t('cause.outdated.next'),
    };
  },
  upgrading: (p, t) => ({
    headline: t('cause.upgrading.headline', { version: p.text('version') }),
    why: t('cause.upgrading.why'),
    next: t('cause.upgrading.next'),
  }),
  'upgrade-failed': (p, t) => ({
    headline: t('cause.upgradeFailed.headline', { version: p.text('version') }),
    why: p.has('applied')
      ? t('cause.upgradeFailed.why', { applied: p.text('applied') })
      : t('cause.upgradeFailed.whyPlain'),
    next: t('cause.upgradeFailed.next'),
  }),
  'version-missing': (p, t) => ({
    headline: t('cause.versionMissing.headline'),
    why: t('cause.versionMissing.why', {
      promise: p.text('promise'),
      version: p.text('version'),
    }),
    next: p.has('list')
      ? t('cause.versionMissing.nextList', { list: p.text('list') })
      : t('cause.versionMissing.next'),
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
  'in-progress': (p, t) => {
    const duration = p.sinceDuration();
    let why: string = t('cause.inProgress.whyPlain');
    if (p.sinceKnown) {
      why = p.has('usual')
        ? t('cause.inProgress.whyUsual', {
            duration,
            usual: p.duration('usual'),
          })
        : t('cause.inProgress.why', { duration });
    }
    return {
      headline: p.has('index', 'total', 'step')
        ? t('cause.inProgress.headlineStep', {
            index: p.text('index'),
            total: p.text('total'),
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
      usual: p.duration('usual'),
    }),
    next: t('cause.slow.next'),
  }),
  child: (p, t) => ({
    headline: t('cause.child.headline', {
      kind: p.text('kind'),
      name: p.text('name'),
    }),
    why: t('cause.child.why', { label: p.requestLabel(t) }),
    next: t('cause.child.next', { name: p.text('name') }),
  }),
  'preview-label': (_p, t) => ({
    headline: t('cause.previewLabel.headline'),
    why: t('cause.previewLabel.why'),
    next: t('cause.previewLabel.next'),
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
  'no-access': (p, t) => ({
    headline: t('cause.noAccess.headline'),
    why: p.has('namespace')
      ? t('cause.noAccess.why', { namespace: p.text('namespace') })
      : t('cause.noAccess.whyPlain'),
    next: t('cause.noAccess.next'),
  }),
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
  'release-fetch': release('whyFetch'),
  'release-label': release('whyLabel'),
  'release-mismatch': release('whyMismatch'),
};

function waitedWhy(p: CauseReader, t: T): string {
  return p.sinceKnown
    ? t('cause.submitted.whyTimed', { duration: p.sinceDuration() })
    : t('cause.submitted.why');
}

/** The words of a cause at a moment. Total: what is missing is left out. @public */
export function causeWords(
  cause: Cause,
  context: { t: T; formats: Formats; now: number },
): CauseWords {
  const reader = createReader(cause, context);
  return writers[cause.id](reader, context.t);
}
