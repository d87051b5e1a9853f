import { asList, asText, isRecord, textMap, type KubeObject } from '../kube';
import { valueAt } from '../kube';

/** One set of labels that a Destination must have, and who asks for it. @public */
export interface Selector {
  labels: Record<string, string>;
  /** `promise`, `promise-workflow`, `resource-workflow`. */
  source: string;
}

/** One workload group of a Work: what goes to one Destination. @public */
export interface WorkloadGroup {
  id: string;
  /** `.` for the root. */
  directory: string;
  selectors: Selector[];
  files: string[];
}

/** @public */
export function workloadGroups(work: KubeObject | undefined): WorkloadGroup[] {
  return asList(valueAt(work, 'spec', 'workloadGroups'))
    .filter(isRecord)
    .map(group => ({
      id: asText(group.id) ?? '',
      directory: asText(group.directory) ?? '.',
      selectors: selectorsIn(group.destinationSelectors),
      files: filesIn(group.workloads),
    }));
}

/** Reads `destinationSelectors[]` of a Promise or a workload group. @public */
export function selectorsIn(value: unknown, source = 'promise'): Selector[] {
  return asList(value)
    .filter(isRecord)
    .map(entry => ({
      labels: textMap(entry.matchLabels),
      source: asText(entry.source) ?? source,
    }));
}

/** Paths of `workloads[]`. @public */
export function filesIn(value: unknown): string[] {
  const files: string[] = [];
  for (const workload of asList(value)) {
    const path = isRecord(workload) ? asText(workload.filepath) : undefined;
    if (path) files.push(path);
  }
  return files;
}

// Who wins where two ask for different values of one label.
const strongestFirst = ['promise', 'promise-workflow', 'resource-workflow'];

/**
 * All labels that are asked for. On a conflict the Promise wins over its
 * workflow and that over the request's; of one source the first entry wins.
 *
 * @public
 */
export function wantedLabels(
  selectors: readonly Selector[],
): Record<string, string> {
  const wanted: Record<string, string> = {};
  const rank = (source: string) => {
    const index = strongestFirst.indexOf(source);
    return index === -1 ? strongestFirst.length : index;
  };
  const ordered = [...selectors].sort(
    (a, b) => rank(a.source) - rank(b.source),
  );
  for (const { labels } of ordered) {
    for (const [key, value] of Object.entries(labels)) {
      if (!Object.prototype.hasOwnProperty.call(wanted, key)) {
        wanted[key] = value;
      }
    }
  }
  return wanted;
}

/** `env=prod, region=eu`. @public */
export function labelText(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
