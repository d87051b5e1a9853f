import type { Writers } from './writer';

/** Files that are not where they belong. @internal */
export const deliveryCauses = {
  'no-destination': (p, t) => {
    const labels = p.text('labels');
    let why: string = t('cause.noDestination.whyNone');
    if (p.has('labels', 'dest', 'missing')) {
      why = t('cause.noDestination.whyClosest', {
        labels,
        destination: p.text('dest'),
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
    const destination = p.text('dest');
    let why: string = t('cause.misplaced.whyUnnamed');
    if (p.has('dest', 'labels')) {
      const labels = p.text('labels');
      why = t('cause.misplaced.why', { destination, labels });
    } else if (p.has('dest')) {
      why = t('cause.misplaced.whyPlain', { destination });
    }
    return {
      headline: t('cause.misplaced.headline'),
      why,
      next: t('cause.misplaced.next'),
    };
  },
  'write-failed': (p, t) => ({
    headline: t('cause.writeFailed.headline', {
      destination: p.text('dest'),
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
      destination: p.text('dest'),
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
        destination: p.text('dest'),
      }),
      why: p.has('reason')
        ? t('cause.storeNotReady.why', { store, reason: p.storeReason(t) })
        : t('cause.storeNotReady.whyPlain', { store }),
      next: t('cause.storeNotReady.next'),
    };
  },
  'destination-gone': (p, t) => ({
    headline: t('cause.destinationGone.headline'),
    why: t('cause.destinationGone.why', { destination: p.text('dest') }),
    next: t('cause.destinationGone.next'),
  }),
  'preview-label': (_p, t) => ({
    headline: t('cause.previewLabel.headline'),
    why: t('cause.previewLabel.why'),
    next: t('cause.previewLabel.next'),
  }),
  'no-access': (p, t) => ({
    headline: t('cause.noAccess.headline'),
    why: p.has('namespace')
      ? t('cause.noAccess.why', { namespace: p.text('namespace') })
      : t('cause.noAccess.whyPlain'),
    next: t('cause.noAccess.next'),
  }),
} satisfies Writers;
