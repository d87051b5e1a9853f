import { gzipSync } from 'node:zlib';
import type { Selector, WorkloadGroup } from '../simulator/kratixObjects';
import { groupId } from '../simulator/names';
import type { OutputFile, OutputSelector } from './behaviour';

/** How Kratix keeps a file in a Work. @internal */
export function compressed(content: string): string {
  return gzipSync(content, { level: 9 }).toString('base64');
}

/**
 * The groups of files that a pipeline's output makes (reference §10.1). A
 * directory named in the selectors is a group of its own, to which the
 * Promise's selectors do not apply. Pure.
 *
 * @internal
 */
export function workloadGroups(options: {
  files: OutputFile[];
  selectors: OutputSelector[];
  promiseSelectors: Selector[];
  source: 'promise-workflow' | 'resource-workflow';
}): WorkloadGroup[] {
  const { files, selectors, source } = options;
  const directories = selectors.flatMap(({ directory }) =>
    directory && directory !== '.' ? [directory] : [],
  );
  const directoryOf = ({ path }: OutputFile) =>
    directories.find(one => path.startsWith(`${one}/`)) ?? '.';
  return ['.', ...directories].flatMap(directory => {
    const workloads = files
      .filter(file => directoryOf(file) === directory)
      .map(file => ({
        filepath: file.path,
        content: compressed(file.content),
      }))
      .sort((a, b) => (a.filepath < b.filepath ? -1 : 1));
    if (workloads.length === 0) return [];
    const own = selectors.find(one => (one.directory ?? '.') === directory);
    const destinationSelectors = [
      ...(own ? [{ matchLabels: own.matchLabels, source }] : []),
      ...(directory === '.' ? promiseSelector(options.promiseSelectors) : []),
    ];
    return [
      {
        id: groupId(directory),
        directory,
        ...(destinationSelectors.length > 0 && { destinationSelectors }),
        workloads,
      },
    ];
  });
}

/** Of several Promise selectors, the first entry wins a conflict. @internal */
export function promiseSelector(selectors: Selector[]) {
  const matchLabels = Object.assign(
    {},
    ...[...selectors].reverse().map(one => one.matchLabels),
  ) as Record<string, string>;
  return Object.keys(matchLabels).length > 0
    ? [{ matchLabels, source: 'promise' }]
    : [];
}
