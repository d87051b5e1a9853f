import type { Cause, CauseId } from '../api';
import type { causeParameters } from './causeParameters';
import type { SettleableDescription } from './settle';

type Value = string | number | undefined;
type Params<Id extends CauseId> = {
  [Name in (typeof causeParameters)[Id][number]]?: Value;
};
type Sentences = { [Id in CauseId]: (p: Params<Id>) => string };

const quoted = (value: Value) => (value === undefined ? '' : ` "${value}"`);
const after = (lead: string, value: Value) =>
  value === undefined ? '' : `${lead}${value}`;
const named = (value: Value, otherwise: string) => value ?? otherwise;

const countOf = (p: { i?: Value; n?: Value }) =>
  p.i !== undefined && p.n !== undefined ? ` (${p.i} of ${p.n})` : '';
const place = (p: { dest?: Value }) => named(p.dest, 'its Destination');
const promiseName = (p: { promise?: Value }) => named(p.promise, 'The Promise');

const deliveryOrStep = (p: Params<'in-progress'>) => {
  if (p.phase === 'delivering') {
    return `In progress: ${p.done} of ${p.total} placements written`;
  }
  if (p.step === undefined) return 'In progress';
  const tail = p.phase === 'finishing' ? ', finishing' : '';
  return `In progress: step${quoted(p.step)}${countOf(p)}${tail}`;
};

/**
 * English for logs and terminals. Pages have translated sentences of their own;
 * what is said, and when, the description decides for both.
 */
const sentences: Sentences = {
  'step-failed': p =>
    `Step${quoted(p.step)}${countOf(p)} stopped${
      p.container ? `: container ${p.container} ended with code ${p.code}` : ''
    }. Promise author: read its log, fix, run again`,
  'step-image': p =>
    `Step${quoted(p.step)} can't start: image${quoted(
      p.image,
    )} could not be pulled. Promise author: check the image and pull rights`,
  'step-pod-pending': p =>
    `Step${quoted(p.step)} has not started: no room, or refused${after(
      ': ',
      p.reason,
    )}. Platform team: check quota and nodes`,
  approval: p =>
    `Waiting for approval: step${quoted(p.step)} asks${quoted(p.message)}`,
  'suspended-by-hand': () =>
    'Held back: someone set the suspend label, no step asked for it',
  'sent-back': p =>
    `Sent back by ${named(p.by, 'the approver')}${after(': ', p.reason)}`,
  retrying: p =>
    `Trying again${after(' at ', p.nextRetryAt)}: step${quoted(
      p.step,
    )} is not done yet${after(': ', p.message)}`,
  'no-destination': p =>
    `Nowhere to run: no Destination takes it${after(
      '; it asks for ',
      p.labels,
    )}${p.missing ? after('. Closest: ', p.dest) : ''}${
      p.dest ? after(', which lacks ', p.missing) : ''
    }`,
  misplaced: p =>
    `Running where it no longer belongs: ${place(p)}${after(
      ' no longer matches ',
      p.labels,
    )}`,
  'write-failed': p =>
    `Not delivered to ${place(
      p,
    )}: files could not be written. Kratix keeps trying`,
  'write-overdue': p => `Not delivered to ${place(p)}: its files are overdue`,
  'store-not-ready': p =>
    `Not delivered to ${place(p)}: its store${quoted(p.store)} is not ready`,
  'destination-gone': p =>
    `Delivered to ${named(p.dest, 'a Destination')}, which is gone`,
  requirement: p =>
    `${promiseName(p)} can't be used yet: it needs ${named(
      p.requirement,
      'another Promise',
    )}${after(' ', p.version)} (${named(p.state, 'missing')})`,
  unavailable: p =>
    `${promiseName(
      p,
    )} can't be used now: Kratix calls it unavailable, and no usual reason applies`,
  'promise-unavailable': p =>
    `Waiting for ${named(
      p.promise,
      'its Promise',
    )}, which is unavailable. What was asked for is kept`,
  'promise-paused': p => `${promiseName(p)} is paused`,
  'api-invalid': p =>
    `${promiseName(p)} offers no usable API${after(
      ': ',
      p.detail ?? p.reason,
    )}`,
  'api-conflict': p =>
    `Two Promises own the same API: ${named(p.a, 'one')} and ${named(
      p.b,
      'another',
    )}`,
  paused: () => 'Paused: no steps run, changes and deletion wait',
  deleting: p => `Being deleted${after(': left to do is ', p.stage)}`,
  'delete-step-failed': p =>
    `Deletion stopped: step${quoted(
      p.step,
    )} failed. Kratix will not retry by itself`,
  'delete-approval': p =>
    `Deletion waits for approval: step${quoted(p.step)} asks${quoted(
      p.message,
    )}`,
  'delete-store': p =>
    `Deletion waits for ${place(p)}: its store${quoted(p.store)} is not ready`,
  'delete-finalizer': p =>
    `Deletion is slow${after(': still to do is ', p.finalizer)}`,
  unhealthy: p => `Not working${after(': ', p.detail)}`,
  degraded: p => `Working with problems${after(': ', p.detail)}`,
  'health-unknown': () => 'Ready, health unknown: the check could not tell',
  'health-none': () => 'Ready. This Promise does not report health',
  'health-late': () => 'Ready, health report is late',
  outdated: p =>
    `Newer version available${after(': on ', p.version)}${after(
      ', latest is ',
      p.latest,
    )}`,
  upgrading: p => `Moving to ${named(p.wanted, 'another version')}`,
  'upgrade-failed': p =>
    `Upgrade to ${named(p.failed ?? p.wanted, 'another version')} failed${after(
      ', still on ',
      p.version,
    )}`,
  'version-missing': p =>
    `Asked for an unknown version${after(': ', p.wanted)}${after(
      '. There are ',
      p.choices,
    )}`,
  submitted: p =>
    p.first === 'no' ? 'Changed; not picked up yet' : 'Just submitted',
  'waiting-platform': () => 'Waiting for the platform to pick it up',
  'in-progress': deliveryOrStep,
  slow: () => 'Slower than usual',
  child: p =>
    `Waiting for ${named(p.kind, 'a part')} ${named(p.name, 'of it')}${after(
      ': ',
      p.label,
    )}`,
  'preview-label': () =>
    'Its output goes to the preview area: it carries the dry-run label',
  stale: p =>
    `Last known: no contact with ${named(p.platform, 'the platform')}`,
  'no-access': () => 'Ready, delivery not visible',
  done: () => 'Ready',
  'done-no-steps': () => 'Ready. This Promise has nothing to run per request',
  gone: () => 'Gone: it is not on the platform any more',
  'release-fetch': p =>
    `Could not install ${promiseName(p)}: ${named(
      p.url,
      'its source',
    )} did not answer as expected`,
  'release-label': p =>
    `Could not install ${promiseName(p)}: the document has no version label`,
  'release-mismatch': p =>
    `Could not install ${promiseName(p)}: the document says ${named(
      p.found,
      'another version',
    )}, asked for was ${named(p.wanted, 'this one')}`,
};

/** A cause as one English sentence, with the platform's own words. @public */
export function causeSentence(cause: Cause): string {
  const text = sentences[cause.id](cause.params);
  return cause.platformSays && !text.includes(cause.platformSays)
    ? `${text}. Platform says: ${cause.platformSays}`
    : text;
}

/** What the headline says: its cause, or the bare label without one. @public */
export function describedAs(
  description: Pick<SettleableDescription, 'label' | 'causes'>,
): string {
  const [first] = description.causes;
  return first ? causeSentence(first) : labelInWords(description.label);
}

/** `waiting-for-approval` → `Waiting for approval`. @public */
export function labelInWords(label: string): string {
  const words = label.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
