import type {
  Cause,
  RequestDescription,
} from '@kratix-portal/backstage-plugin-kratix-common';

type Params = Cause['params'];

/**
 * English for a task's log. Pages have sentences of their own, translated; what
 * is said, and when, is decided by the description for both.
 */
const sentences: Record<Cause['id'], (p: Params) => string> = {
  'step-failed': p =>
    `Step${quoted(p.step)} stopped${
      p.container ? `: container ${p.container} ended with code ${p.code}` : ''
    }. Promise author: read its log, fix, run again`,
  'step-image': p =>
    `Step${quoted(p.step)} can't start: image${quoted(
      p.image,
    )} could not be pulled`,
  'step-pod-pending': p =>
    `Step${quoted(p.step)} has not started: no room, or refused${because(
      p.reason,
    )}`,
  approval: p =>
    `Waiting for approval: step${quoted(p.step)} asks${quoted(p.message)}`,
  'suspended-by-hand': () =>
    'Held back: someone set the suspend label, no step asked for it',
  'sent-back': p => `Sent back by the approver${because(p.reason)}`,
  retrying: p =>
    `Trying again: step${quoted(p.step)} is not done yet${because(p.message)}`,
  'no-destination': p =>
    `Nowhere to run: no Destination takes it${
      p.labels ? ` (asked for ${p.labels})` : ''
    }. Platform team: label a Destination or change the selector`,
  misplaced: p => `Running where it no longer belongs${because(p.destination)}`,
  'write-failed': p =>
    `Not delivered to${named(p.destination, 'its Destination')}${because(
      p.error,
    )}. Kratix keeps trying`,
  'write-overdue': p =>
    `Not delivered to${named(
      p.destination,
      'its Destination',
    )}: its files are overdue`,
  'store-not-ready': p =>
    `Not delivered to${named(p.destination, 'its Destination')}: store${quoted(
      p.store,
    )} is not ready`,
  'destination-gone': p =>
    `Delivered to${named(p.destination, 'a Destination')}, which is gone`,
  requirement: p =>
    `${p.promise ?? 'The Promise'} can't be used yet: it needs${named(
      p.requirement,
      'another Promise',
    )}${p.version ? ` ${p.version}` : ''}`,
  'promise-unavailable': p =>
    `Waiting for${named(
      p.promise,
      'its Promise',
    )}, which is unavailable. The request is kept`,
  'promise-paused': p => `${p.promise ?? 'The Promise'} is paused`,
  'promise-failed': p =>
    `${p.promise ?? 'The Promise'} could not be set up: step${quoted(
      p.step,
    )} stopped`,
  'api-invalid': p =>
    `${p.promise ?? 'The Promise'} offers no usable API${because(p.reason)}`,
  'api-conflict': p =>
    `Two Promises own the same API:${named(p.a, 'one')} and${named(
      p.b,
      'another',
    )}`,
  paused: () => 'Paused: no steps run, changes and deletion wait',
  deleting: () => 'Being deleted',
  'delete-step-failed': p =>
    `Deletion stopped: step${quoted(
      p.step,
    )} failed. Kratix will not retry by itself`,
  'delete-approval': p =>
    `Deletion waits for approval: step${quoted(p.step)} asks${quoted(
      p.message,
    )}`,
  'delete-store': p =>
    `Deletion waits for${named(p.destination, 'a Destination')}: store${quoted(
      p.store,
    )} is not ready`,
  'delete-finalizer': p => `Deletion is slow${because(p.finalizer)}`,
  unhealthy: p => `Not working${because(p.detail)}`,
  degraded: p => `Working with problems${because(p.detail)}`,
  'health-unknown': () => 'Ready, health unknown',
  'health-none': () => 'Ready. This Promise does not report health',
  'health-late': () => 'Ready, health report is late',
  outdated: p => `A newer version is available${because(p.latest)}`,
  upgrading: p => `Moving to${named(p.version, 'another version')}`,
  'upgrade-failed': p =>
    `Upgrade to${named(p.version, 'another version')} failed`,
  'version-missing': p => `Asked for an unknown version${because(p.version)}`,
  submitted: () => 'Just submitted',
  'waiting-platform': () => 'Waiting for the platform to pick it up',
  'in-progress': p =>
    p.step
      ? `In progress: step${
          p.index && p.total ? ` ${p.index} of ${p.total},` : ''
        }${quoted(p.step)}`
      : 'In progress',
  slow: () => 'Slower than usual',
  child: p =>
    `Waiting for${named(p.kind, 'a part')} ${p.name ?? 'of it'}${because(
      p.label,
    )}`,
  'preview-label': () =>
    'Its output goes to the preview area: it carries the dry-run label',
  stale: p => `Last known: no contact with${named(p.platform, 'the platform')}`,
  'no-access': () => 'Ready, delivery not visible to you',
  done: () => 'Ready',
  'done-no-steps': () => 'Ready. This Promise has nothing to run per request',
  gone: () => 'Gone: it is not on the platform any more',
  'release-fetch': p => `${p.url ?? 'The source'} did not answer as expected`,
  'release-label': () => 'The document has no version label',
  'release-mismatch': p =>
    `The document says version ${p.found}, asked for was ${p.wanted}`,
};

/** @internal */
export function causeSentence(cause: Cause): string {
  const text = sentences[cause.id](cause.params);
  return cause.platformSays && !text.includes(cause.platformSays)
    ? `${text}. Platform says: ${cause.platformSays}`
    : text;
}

/** The headline's cause, or its bare name where there is none. @internal */
export function describedAs({ causes, label }: RequestDescription): string {
  const [first] = causes;
  return first ? causeSentence(first) : label.replace(/-/g, ' ');
}

type Param = Params[string] | undefined;

function quoted(value: Param): string {
  return value === undefined || value === '' ? '' : ` "${value}"`;
}

function because(value: Param): string {
  return value === undefined || value === '' ? '' : `: ${value}`;
}

function named(value: Param, otherwise: string): string {
  return ` ${value === undefined || value === '' ? otherwise : value}`;
}
