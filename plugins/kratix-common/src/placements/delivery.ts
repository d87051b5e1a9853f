import {
  deletedAt,
  nameOf,
  namespaceOf,
  objectsIn,
  type KubeObject,
} from '../kube';
import type { Clock } from '../clock';
import { scheduleOf, type Schedule } from './schedule';
import { workNameOf, writeOf, type Write } from './writes';

/** A Work with where it stands. @internal */
export interface PlacedWork {
  work: KubeObject;
  schedule: Schedule;
  placements: { placement: KubeObject; write: Write }[];
}

/** All that is known about where the files of something go. @internal */
export interface Delivery extends Clock {
  /** Absent: not readable. */
  works?: PlacedWork[];
  /** Of these Works, those on their way out included. Absent: not readable. */
  placements?: KubeObject[];
  destinations?: KubeObject[];
  stateStores?: KubeObject[];
}

/** @internal */
export function deliveryOf(
  facts: {
    works?: KubeObject[];
    placements?: KubeObject[];
    destinations?: KubeObject[];
    stateStores?: KubeObject[];
  },
  clock: Clock,
): Delivery {
  const placements = objectsIn(facts.placements);
  return {
    ...clock,
    works: placedWorks(objectsIn(facts.works), placements, clock),
    placements,
    destinations: objectsIn(facts.destinations),
    stateStores: objectsIn(facts.stateStores),
  };
}

function placedWorks(
  works: KubeObject[] | undefined,
  placements: KubeObject[] | undefined,
  clock: Clock,
): PlacedWork[] | undefined {
  if (!works) return undefined;
  const placed: PlacedWork[] = [];
  for (const work of works) {
    if (deletedAt(work)) continue;
    const name = nameOf(work);
    const own: PlacedWork['placements'] = [];
    for (const placement of placements ?? []) {
      if (workNameOf(placement) !== name || deletedAt(placement)) continue;
      if (namespaceOf(placement) !== namespaceOf(work)) continue;
      own.push({ placement, write: writeOf(placement, work) });
    }
    placed.push({ work, schedule: scheduleOf(work, clock), placements: own });
  }
  return placed;
}
