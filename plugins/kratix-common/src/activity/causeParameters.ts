import type { CauseId } from '../api';

/**
 * Which parameters each cause may carry, any of them absent where it is not
 * known: what sentences can be made of. Names of objects are bare; `first` and
 * `pinned` are `yes` or `no`; `p50`, `p90` and `usualGap` are seconds.
 *
 * - `phase` of `in-progress`: `pending`, `running`, `finishing`, `delivering`
 *   (with `done` and `total` placements) or, of a Promise, `preparing`.
 * - `stage` and `finalizer`: a finalizer, or `destination`.
 * - `reason` of `no-destination`: `no-match` or `scheduler-failed`; `closest`
 *   is the verdict of the nearest Destination `dest`, which lacks `missing`:
 *   absent where all labels match, and then there is nothing to say of `dest`.
 * - `cause` of `promise-unavailable`: `failed`, `requirement`, `unavailable`.
 *
 * @public
 */
export const causeParameters = {
  'step-failed': [
    'step',
    'i',
    'n',
    'message',
    'container',
    'code',
    'first',
    'interval',
    'promise',
  ],
  'step-image': [
    'step',
    'i',
    'n',
    'message',
    'container',
    'image',
    'first',
    'interval',
    'promise',
    'p50',
  ],
  'step-pod-pending': [
    'step',
    'i',
    'n',
    'message',
    'reason',
    'first',
    'interval',
    'promise',
    'p50',
  ],
  approval: ['step', 'i', 'n', 'message'],
  'suspended-by-hand': [],
  'sent-back': ['reason', 'by'],
  retrying: ['step', 'i', 'n', 'message', 'attempt', 'nextRetryAt'],
  'no-destination': ['labels', 'reason', 'dest', 'missing', 'closest'],
  misplaced: ['dest', 'labels'],
  'write-failed': ['dest', 'store'],
  'write-overdue': ['dest', 'store'],
  'store-not-ready': ['dest', 'store', 'reason'],
  'destination-gone': ['dest', 'labels'],
  requirement: ['promise', 'requirement', 'version', 'state'],
  unavailable: ['promise'],
  'promise-unavailable': ['promise', 'cause'],
  'promise-paused': ['promise'],
  'api-invalid': ['promise', 'reason', 'detail'],
  'api-conflict': ['a', 'b', 'crd'],
  paused: [],
  deleting: ['stage', 'done', 'total'],
  'delete-step-failed': ['step'],
  'delete-approval': ['step', 'message'],
  'delete-store': ['dest', 'store', 'reason'],
  'delete-finalizer': ['finalizer'],
  unhealthy: ['detail', 'source'],
  degraded: ['detail', 'source'],
  'health-unknown': ['detail', 'source'],
  'health-none': ['placements'],
  'health-late': ['usualGap'],
  outdated: ['promise', 'version', 'wanted', 'latest', 'pinned'],
  upgrading: ['promise', 'version', 'wanted'],
  'upgrade-failed': ['promise', 'version', 'wanted', 'failed'],
  'version-missing': ['promise', 'version', 'wanted', 'choices'],
  submitted: ['first'],
  'waiting-platform': [],
  'in-progress': [
    'step',
    'i',
    'n',
    'message',
    'phase',
    'first',
    'p50',
    'done',
    'total',
  ],
  slow: ['p90'],
  child: ['kind', 'name', 'namespace', 'label'],
  'preview-label': [],
  stale: ['platform', 'lastContact'],
  'no-access': ['namespace'],
  done: ['placements'],
  'done-no-steps': [],
  gone: [],
  'release-fetch': ['promise', 'url', 'found', 'wanted'],
  'release-label': ['promise', 'url', 'found', 'wanted'],
  'release-mismatch': ['promise', 'url', 'found', 'wanted'],
} as const satisfies Record<CauseId, readonly string[]>;
