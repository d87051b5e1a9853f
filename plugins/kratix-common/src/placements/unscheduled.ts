import type { Unscheduled } from '../api';
import type { Clock } from '../clock';
import { nameOf, objectsIn, type KubeObject } from '../kube';
import { deliveryOf, type PlacedWork } from './delivery';
import {
  labelText,
  wantedLabels,
  workloadGroups,
  type Selector,
} from './selectors';
import { schedulingVerdicts } from './verdicts';

// More are no help to a reader, and a platform may have hundreds.
const shownVerdicts = 20;
const shownRequests = 20;

/**
 * Work that no Destination takes, grouped by the labels it asks for, the most
 * asked for first. `requestOf` names the request of a Work, where there is one
 * that the reader may see.
 *
 * @public
 */
export function whyUnscheduled(
  facts: {
    platform: string;
    works: readonly KubeObject[];
    placements?: readonly KubeObject[];
    destinations: readonly KubeObject[];
  },
  options: {
    now: number;
    requestOf: (work: KubeObject) => string | undefined;
  },
): Unscheduled[] {
  const clock: Clock = { now: options.now, recheck: [] };
  const delivery = deliveryOf(
    {
      works: objectsIn(facts.works),
      placements: objectsIn(facts.placements) ?? [],
    },
    clock,
  );
  const groups = new Map<
    string,
    { selectors: Selector[]; works: KubeObject[] }
  >();
  for (const placed of delivery.works ?? []) {
    if (placed.schedule.state !== 'unscheduled') continue;
    for (const selectors of openSelectors(placed)) {
      const key = labelText(sorted(wantedLabels(selectors)));
      const group = groups.get(key) ?? { selectors, works: [] };
      if (!group.works.includes(placed.work)) group.works.push(placed.work);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ selectors, works }) => ({
      platform: facts.platform,
      labels: sorted(wantedLabels(selectors)),
      count: works.length,
      requests: works
        .flatMap(work => options.requestOf(work) ?? [])
        .slice(0, shownRequests),
      verdicts: schedulingVerdicts(
        selectors,
        objectsIn(facts.destinations) ?? [],
      ).slice(0, shownVerdicts),
    }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        labelText(a.labels).localeCompare(labelText(b.labels), 'en'),
    );
}

/** Selectors of the groups of a Work that nothing has taken. */
function openSelectors({ work, placements }: PlacedWork): Selector[][] {
  const taken = new Set(placements.map(({ placement }) => idOf(placement)));
  const groups = workloadGroups(work);
  const open = groups.filter(group => !taken.has(group.id));
  return (open.length > 0 ? open : groups).map(group => group.selectors);
}

function idOf(placement: KubeObject): unknown {
  const { spec } = placement;
  return typeof spec === 'object' && spec !== null && 'id' in spec
    ? spec.id
    : nameOf(placement);
}

function sorted(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
