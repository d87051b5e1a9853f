import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PrinterColumn } from '../store';
import { shortDuration } from './age';

interface ContainerStatus {
  ready?: boolean;
  restartCount?: number;
  state?: {
    waiting?: { reason?: string };
    terminated?: { reason?: string };
  };
}

interface PodParts {
  spec?: { containers?: unknown[] };
  status?: {
    phase?: string;
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

/** Computed columns; their JSONPaths lead nowhere. @internal */
export const podColumns: PrinterColumn[] = [
  { name: 'Ready', type: 'string', jsonPath: '' },
  { name: 'Status', type: 'string', jsonPath: '' },
  { name: 'Restarts', type: 'string', jsonPath: '' },
  { name: 'Age', type: 'string', jsonPath: '' },
];

function statusOf({ metadata, ...pod }: KubeObject): string {
  const { status = {} } = pod as PodParts;
  if (metadata.deletionTimestamp) return 'Terminating';
  const all = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  const reason = all
    .map(({ state }) => state?.waiting?.reason ?? state?.terminated?.reason)
    .find(one => one && one !== 'Completed' && one !== 'PodInitializing');
  if (reason) return reason;
  return status.phase === 'Succeeded' ? 'Completed' : status.phase ?? 'Unknown';
}

/** Ready, status, restarts and age of a Pod, as kubectl prints them. @internal */
export function podCells(pod: KubeObject, now: Date): string[] {
  const { spec, status } = pod as PodParts;
  const containers = status?.containerStatuses ?? [];
  const ready = containers.filter(one => one.ready).length;
  const restarts = containers.reduce(
    (sum, { restartCount = 0 }) => sum + restartCount,
    0,
  );
  const created = Date.parse(pod.metadata.creationTimestamp ?? '');
  return [
    `${ready}/${spec?.containers?.length ?? 0}`,
    statusOf(pod),
    String(restarts),
    Number.isNaN(created)
      ? '<unknown>'
      : shortDuration(now.getTime() - created),
  ];
}
