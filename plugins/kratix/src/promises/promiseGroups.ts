import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';

/** The Promises of one name, one for each platform that has it. @internal */
export interface PromiseGroup {
  name: string;
  /** Requestable ones first, so that the first is the one to offer. */
  members: [PromiseView, ...PromiseView[]];
  /** They do not offer the same API. */
  differs: boolean;
  /** Absent where the person may see no request. */
  counts?: { requests: number; attention: number };
}

/** One entry for each name, in the order in which the names come. Pure. @internal */
export function groupPromises(views: PromiseView[]): PromiseGroup[] {
  const groups = new Map<string, [PromiseView, ...PromiseView[]]>();
  for (const view of views) {
    const group = groups.get(view.name);
    if (group) group.push(view);
    else groups.set(view.name, [view]);
  }
  return Array.from(groups, ([name, members]) => {
    members.sort(
      (a, b) =>
        Number(b.description.requestable) - Number(a.description.requestable),
    );
    const hashes = new Set(members.map(({ apiHash }) => apiHash));
    const counted = members.flatMap(({ counts }) => counts ?? []);
    return {
      name,
      members,
      differs: hashes.size > 1,
      ...(counted.length > 0 && {
        counts: {
          requests: sum(counted, ({ requests }) => requests),
          attention: sum(counted, ({ attention }) => attention),
        },
      }),
    };
  });
}

function sum<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
