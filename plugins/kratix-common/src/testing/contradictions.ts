import type {
  DestinationDescription,
  PromiseDescription,
  RequestDescription,
} from '../api';
import {
  conditionOf,
  deletedAt,
  hasLabel,
  hasSwitch,
  labelOf,
  nameOf,
  numberAt,
  textAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { jobState, listedSteps } from '../pipelines';
import type { RequestFacts } from '../requests';

/**
 * What a description says against its own facts, read here anew and plainly.
 * For recordings: each entry is a sentence about a contradiction.
 *
 * @public
 */
export function requestContradictions(
  facts: RequestFacts,
  description: RequestDescription,
): string[] {
  const { request, works = [], placements = [], jobs = [] } = facts;
  if (!request) return [];
  const { label } = description;
  const found: string[] = [];
  const must = (holds: boolean, sentence: string) => {
    if (!holds) found.push(`${sentence}, yet it says ${label}`);
  };
  const says = (...labels: string[]) => labels.includes(label);
  const causes = description.causes.map(({ id }) => id);
  if (deletedAt(request)) {
    must(says('deleting', 'deletion-blocked'), 'it is being deleted');
    return found;
  }
  must(!says('deleting', 'deletion-blocked'), 'it is not being deleted');
  const paused = hasSwitch(request, kratixLabels.paused);
  must(paused === says('paused'), `the label paused is ${paused}`);
  if (paused) return found;

  const steps = listedSteps(request, 'configure');
  const phases = steps.map(({ phase }) => phase);
  const held = hasLabel(request, kratixLabels.workflowSuspended);
  const active = jobs.some(job => jobState(job) === 'active');
  if (held) {
    must(says('waiting-for-approval', 'retrying'), 'it is held');
  }
  if (phases.includes('failed') && !phases.includes('running') && !active) {
    must(says('failed', 'waiting-for-approval'), 'a step failed');
  }
  if (phases.includes('running') && !held) {
    must(!says('ready', 'failed', 'misplaced'), 'a step runs');
  }
  const states = works.map(
    work => conditionOf(work, 'ScheduleSucceeded')?.reason,
  );
  if (states.includes('UnscheduledWorkloads')) {
    must(causes.includes('no-destination'), 'a Work is unscheduled');
  }
  const staying = placements.filter(one => !deletedAt(one));
  const writes = staying.map(one => conditionOf(one, 'WriteSucceeded')?.status);
  if (writes.includes('False')) {
    must(
      causes.some(id => id === 'write-failed' || id === 'store-not-ready'),
      'a write failed',
    );
  }
  if (says('ready')) {
    must(
      writes.every(status => status === 'True'),
      `writes are ${writes.join(', ')}`,
    );
    must(
      phases.every(phase => phase === 'succeeded'),
      `steps are ${phases.join(', ')}`,
    );
    must(
      labelOf(request, kratixLabels.promiseName) !== undefined,
      'Kratix has not taken it up',
    );
  }
  const generation = numberAt(request, 'metadata', 'generation');
  const observed = numberAt(request, 'status', 'observedGeneration');
  const rests =
    observed === generation &&
    phases.every(phase => phase === 'succeeded') &&
    textAt(request, 'status', 'promiseVersion') !== undefined &&
    conditionOf(request, 'Reconciled')?.status !== 'Unknown' &&
    !active &&
    !held;
  const delivered =
    states.every(reason => reason === 'AllWorkplacementsScheduled') &&
    staying.length >= works.length &&
    staying.every(
      one =>
        conditionOf(one, 'WriteSucceeded')?.status === 'True' &&
        numberAt(one, 'spec', 'generation') ===
          numberAt(
            works.find(
              work => nameOf(work) === labelOf(one, kratixLabels.work),
            ),
            'metadata',
            'generation',
          ),
    );
  if (rests && delivered) {
    must(
      says('ready', 'unhealthy', 'degraded', 'misplaced'),
      'it rests and all is written',
    );
  }
  must(
    description.version.applied === undefined ||
      description.version.applied ===
        textAt(request, 'status', 'promiseVersion') ||
      textAt(request, 'status', 'promiseVersion') === undefined,
    `its version is ${textAt(request, 'status', 'promiseVersion')}`,
  );
  return found;
}

/** The same of a Promise. @public */
export function promiseContradictions(
  promise: KubeObject | undefined,
  description: PromiseDescription,
): string[] {
  if (!promise) return [];
  const { label } = description;
  const found: string[] = [];
  const must = (holds: boolean, sentence: string) => {
    if (!holds) found.push(`${sentence}, yet it says ${label}`);
  };
  const deleting = deletedAt(promise) !== undefined;
  must(
    deleting === (label === 'deleting' || label === 'deletion-blocked'),
    `being deleted is ${deleting}`,
  );
  if (deleting) return found;
  const paused = hasSwitch(promise, kratixLabels.paused);
  if (paused) must(label === 'paused', 'it has the label paused');
  const status =
    textAt(promise, 'status', 'kratix', 'status') ??
    textAt(promise, 'status', 'status');
  if (label === 'available') must(status === 'Available', `it is ${status}`);
  if (description.requestable) {
    must(status === 'Available', `it is requestable and ${status}`);
  }
  const phases = listedSteps(promise, 'configure').map(({ phase }) => phase);
  if (phases.includes('running')) {
    must(label !== 'available' && label !== 'failed', 'a step runs');
  }
  return found;
}

/** The same of a Destination. @public */
export function destinationContradictions(
  destination: KubeObject | undefined,
  description: DestinationDescription,
): string[] {
  if (!destination) return [];
  const { label } = description;
  if (deletedAt(destination)) {
    return label === 'deleting' ? [] : [`it goes, yet it says ${label}`];
  }
  const ready = conditionOf(destination, 'Ready')?.status;
  return (ready === 'True') === (label === 'ready')
    ? []
    : [`Ready is ${ready}, yet it says ${label}`];
}

/**
 * Labels that were shown for under a second between two equal ones.
 *
 * @public
 */
export function flickers(
  lines: { t: number; subject: string; description?: { label: string } }[],
): string[] {
  const shown = new Map<string, { t: number; label: string }[]>();
  for (const { t, subject, description } of lines) {
    const label = description?.label ?? 'gone';
    const labels = shown.get(subject) ?? [];
    shown.set(subject, labels);
    if (labels.at(-1)?.label !== label) labels.push({ t, label });
  }
  const found: string[] = [];
  for (const [subject, labels] of shown) {
    labels.forEach(({ t, label }, index) => {
      const before = labels[index - 1];
      const after = labels[index + 1];
      if (!before || !after || before.label !== after.label) return;
      // Times are of microseconds and shown in milliseconds.
      if (after.t - t < 0.999) {
        found.push(`${subject}: ${label} from ${t} to ${after.t}`);
      }
    });
  }
  return found;
}
