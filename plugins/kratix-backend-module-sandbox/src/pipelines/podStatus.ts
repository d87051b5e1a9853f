import type { JobObject } from '../simulator/kratixObjects';

/** Where a Pod's containers are: each runs when those before it have ended. @internal */
export interface PodProgress {
  startedAt: string;
  /** When each container began, init containers first. */
  began: string[];
  ended: { at: string; exitCode: number }[];
}

/** The status that a kubelet would report. Pure. @internal */
export function podStatus(
  template: JobObject['spec']['template'],
  progress: PodProgress,
) {
  const inits = template.spec.initContainers ?? [];
  const mains = template.spec.containers;
  const statuses = [...inits, ...mains].map((container, index) => {
    const end = progress.ended[index];
    const startedAt = progress.began[index];
    return {
      name: container.name,
      image: container.image,
      imageID: container.image,
      restartCount: 0,
      ready: end?.exitCode === 0,
      started: Boolean(startedAt) && !end,
      state: stateOf(startedAt, end, index === 0),
    };
  });
  const failed = progress.ended.some(one => one.exitCode !== 0);
  const done = progress.ended.length === statuses.length;
  const ended = failed ? 'Failed' : 'Succeeded';
  const phase = failed || done ? ended : 'Running';
  return {
    phase: progress.began.length === 0 ? 'Pending' : phase,
    startTime: progress.startedAt,
    initContainerStatuses: statuses.slice(0, inits.length),
    containerStatuses: statuses.slice(inits.length),
    conditions: [
      {
        type: 'PodScheduled',
        status: 'True',
        lastTransitionTime: progress.startedAt,
      },
      {
        type: 'Initialized',
        status:
          progress.ended.length >= inits.length && !failed ? 'True' : 'False',
        lastTransitionTime: progress.startedAt,
      },
    ],
  };
}

function stateOf(
  startedAt: string | undefined,
  end: PodProgress['ended'][number] | undefined,
  first: boolean,
) {
  if (end) {
    const { exitCode, at } = end;
    const reason = exitCode === 0 ? 'Completed' : 'Error';
    return { terminated: { exitCode, reason, startedAt, finishedAt: at } };
  }
  if (startedAt) return { running: { startedAt } };
  return {
    waiting: { reason: first ? 'ContainerCreating' : 'PodInitializing' },
  };
}
