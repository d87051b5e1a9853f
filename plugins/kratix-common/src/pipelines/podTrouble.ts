import {
  asList,
  asNumber,
  asText,
  createdAt,
  isRecord,
  labelOf,
  nameOf,
  quotable,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';

/** What keeps the Pod of a step from doing its work. @internal */
export type PodTrouble =
  | { kind: 'image'; container: string; image: string; message?: string }
  | { kind: 'exit'; container: string; code: number; message?: string }
  | { kind: 'pending'; reason: string; message?: string };

const imageReasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
]);
const startReasons = new Set([
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
]);

/** The newest Pod of a Job. @internal */
export function podOf(
  job: KubeObject | undefined,
  pods: readonly KubeObject[] | undefined,
): KubeObject | undefined {
  const name = nameOf(job);
  if (!name || !pods) return undefined;
  let newest: KubeObject | undefined;
  for (const pod of pods) {
    const of =
      labelOf(pod, 'batch.kubernetes.io/job-name') ?? labelOf(pod, 'job-name');
    if (of !== name) continue;
    if (!newest || (createdAt(pod) ?? '') > (createdAt(newest) ?? '')) {
      newest = pod;
    }
  }
  return newest;
}

/** All container states of a Pod, init containers first, as they run. @internal */
export function containerStatuses(pod: KubeObject | undefined): {
  name: string;
  status: Record<string, unknown>;
}[] {
  const statuses = [
    ...asList(valueAt(pod, 'status', 'initContainerStatuses')),
    ...asList(valueAt(pod, 'status', 'containerStatuses')),
  ];
  return statuses.filter(isRecord).map(status => ({
    name: asText(status.name) ?? 'container',
    status,
  }));
}

/** @internal */
export function podTrouble(
  pod: KubeObject | undefined,
): PodTrouble | undefined {
  if (!pod) return undefined;
  for (const { name, status } of containerStatuses(pod)) {
    const waiting = textAt(status, 'state', 'waiting', 'reason');
    const message = quotable(textAt(status, 'state', 'waiting', 'message'));
    if (waiting && imageReasons.has(waiting)) {
      const image = asText(status.image) ?? imageOf(pod, name) ?? '';
      return { kind: 'image', container: name, image, message };
    }
    if (waiting && startReasons.has(waiting)) {
      return { kind: 'pending', reason: waiting, message };
    }
    const ended =
      valueAt(status, 'state', 'terminated') ??
      valueAt(status, 'lastState', 'terminated');
    const code = asNumber(valueAt(ended, 'exitCode'));
    if (code !== undefined && code !== 0) {
      const said =
        quotable(textAt(ended, 'message')) ?? textAt(ended, 'reason');
      return { kind: 'exit', container: name, code, message: said };
    }
  }
  return schedulingTrouble(pod);
}

function schedulingTrouble(pod: KubeObject): PodTrouble | undefined {
  if (valueAt(pod, 'status', 'phase') !== 'Pending') return undefined;
  for (const condition of asList(valueAt(pod, 'status', 'conditions'))) {
    if (!isRecord(condition) || condition.type !== 'PodScheduled') continue;
    if (condition.status !== 'False') continue;
    return {
      kind: 'pending',
      reason: asText(condition.reason) ?? 'Unschedulable',
      message: quotable(asText(condition.message)),
    };
  }
  return undefined;
}

function imageOf(pod: KubeObject, container: string): string | undefined {
  const containers = [
    ...asList(valueAt(pod, 'spec', 'initContainers')),
    ...asList(valueAt(pod, 'spec', 'containers')),
  ];
  const match = containers.find(one => textAt(one, 'name') === container);
  return textAt(match, 'image');
}
