import type { Writers } from './writer';

/** What a deletion does and waits for. @internal */
export const deletionCauses = {
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
      destination: p.text('dest'),
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
} satisfies Writers;
