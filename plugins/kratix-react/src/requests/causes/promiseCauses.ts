import type { Writer, Writers } from './writer';

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

/** The Promise behind a request, and its versions. @internal */
export const promiseCauses = {
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
  unavailable: (p, t) => ({
    headline: t('cause.unavailable.headline', { promise: p.text('promise') }),
    why: t('cause.unavailable.why'),
    next: t('cause.unavailable.next'),
  }),
  'promise-unavailable': (p, t) => {
    const cause = p.promiseCause(t);
    return {
      headline: t('cause.promiseUnavailable.headline', {
        promise: p.text('promise'),
      }),
      why: cause
        ? t('cause.promiseUnavailable.why', { cause })
        : t('cause.promiseUnavailable.whyPlain'),
      next: t('cause.promiseUnavailable.next'),
    };
  },
  'promise-paused': (p, t) => ({
    headline: t('cause.promisePaused.headline', { promise: p.text('promise') }),
    why: t('cause.promisePaused.why'),
    next: t('cause.promisePaused.next'),
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
  outdated: (p, t) => {
    const versions = { applied: p.text('version'), latest: p.text('latest') };
    return {
      headline: t('cause.outdated.headline'),
      why:
        p.text('pinned', 'no') === 'yes'
          ? t('cause.outdated.whyPinned', versions)
          : t('cause.outdated.why', versions),
      next: t('cause.outdated.next'),
    };
  },
  upgrading: (p, t) => ({
    headline: t('cause.upgrading.headline', { version: p.text('wanted') }),
    why: t('cause.upgrading.why'),
    next: t('cause.upgrading.next'),
  }),
  'upgrade-failed': (p, t) => ({
    headline: t('cause.upgradeFailed.headline', {
      version: p.has('failed') ? p.text('failed') : p.text('wanted'),
    }),
    why: p.has('version')
      ? t('cause.upgradeFailed.why', { applied: p.text('version') })
      : t('cause.upgradeFailed.whyPlain'),
    next: t('cause.upgradeFailed.next'),
  }),
  'version-missing': (p, t) => ({
    headline: t('cause.versionMissing.headline'),
    why: t('cause.versionMissing.why', {
      promise: p.text('promise'),
      version: p.text('wanted'),
    }),
    next: p.has('choices')
      ? t('cause.versionMissing.nextList', { list: p.text('choices') })
      : t('cause.versionMissing.next'),
  }),
  'release-fetch': release('whyFetch'),
  'release-label': release('whyLabel'),
  'release-mismatch': release('whyMismatch'),
} satisfies Writers;
