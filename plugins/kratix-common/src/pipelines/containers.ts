import type { Step } from '../api';
import {
  asNumber,
  asText,
  isRecord,
  listAt,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import { jobState, type JobState } from './jobs';
import { containerStatuses } from './podTrouble';

type Container = Step['containers'][number];

const kratixOwn = new Set(['reader', 'work-writer', 'status-writer']);

/**
 * The containers of a step in the order in which they run: authors' containers
 * are init containers. Their state is the Pod's word; without a Pod the Job's
 * outcome says as much as is known.
 *
 * @internal
 */
export function containersOf(
  job: KubeObject | undefined,
  pod: KubeObject | undefined,
): Container[] {
  if (!job) return [];
  const template = ['spec', 'template', 'spec'];
  const declared = [
    ...listAt(job, ...template, 'initContainers'),
    ...listAt(job, ...template, 'containers'),
  ].filter(isRecord);
  const statuses = new Map(
    containerStatuses(pod).map(({ name, status }) => [name, status]),
  );
  const state = jobState(job);
  return declared.map(container => {
    const name = asText(container.name) ?? 'container';
    return {
      name,
      image: asText(container.image) ?? '',
      own: kratixOwn.has(name),
      ...containerState(statuses.get(name), state, pod !== undefined),
    };
  });
}

function containerState(
  status: Record<string, unknown> | undefined,
  job: JobState,
  hasPod: boolean,
): Pick<Container, 'state' | 'exitCode' | 'reason'> {
  const ended = valueAt(status, 'state', 'terminated');
  if (isRecord(ended)) {
    const exitCode = asNumber(ended.exitCode);
    const reason = asText(ended.reason);
    return {
      state: exitCode === 0 ? 'succeeded' : 'failed',
      ...(exitCode !== undefined && { exitCode }),
      ...(reason && { reason }),
    };
  }
  if (isRecord(valueAt(status, 'state', 'running'))) {
    return { state: 'running' };
  }
  const waiting = textAt(status, 'state', 'waiting', 'reason');
  if (waiting) return { state: 'waiting', reason: waiting };
  if (job === 'complete') return { state: 'succeeded' };
  // Which one of them failed, only the Pod knew.
  if (job !== 'active') return { state: 'unknown' };
  return { state: hasPod || status ? 'waiting' : 'unknown' };
}
