import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PrinterColumn } from '../store';
import { shortDuration } from './age';

interface JobParts {
  spec?: { completions?: number; suspend?: boolean };
  status?: {
    succeeded?: number;
    startTime?: string;
    completionTime?: string;
    conditions?: { type: string; status: string }[];
  };
}

/** Computed columns; their JSONPaths lead nowhere. @internal */
export const jobColumns: PrinterColumn[] = [
  'Status',
  'Completions',
  'Duration',
  'Age',
].map(name => ({ name, type: 'string', jsonPath: '' }));

function statusOf({ spec, status }: JobParts): string {
  const is = (type: string) =>
    status?.conditions?.some(one => one.type === type && one.status === 'True');
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  return spec?.suspend || is('Suspended') ? 'Suspended' : 'Running';
}

/** A Job as `kubectl get jobs` prints it. @internal */
export function jobCells(job: KubeObject, now: Date): string[] {
  const parts = job as JobParts;
  const { startTime, completionTime, succeeded = 0 } = parts.status ?? {};
  const end = completionTime ? Date.parse(completionTime) : now.getTime();
  const created = Date.parse(job.metadata.creationTimestamp ?? '');
  return [
    statusOf(parts),
    `${succeeded}/${parts.spec?.completions ?? 1}`,
    startTime ? shortDuration(end - Date.parse(startTime)) : '',
    Number.isNaN(created)
      ? '<unknown>'
      : shortDuration(now.getTime() - created),
  ];
}
