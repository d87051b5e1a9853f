import type { PlacementView } from '../api';
import type { Clock } from '../clock';
import {
  hasSwitch,
  labelOf,
  nameOf,
  objectsIn,
  quotable,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { deliveryOf, type Delivery, type PlacedWork } from './delivery';
import { describeDestination } from './describeDestination';
import { misplacement } from './schedule';
import { filesIn, workloadGroups, type WorkloadGroup } from './selectors';
import { storeOf } from './stores';
import { storePath } from './storePath';
import { schedulingVerdicts } from './verdicts';
import { targetDestination, type Write } from './writes';

/** Buckets have no version: Kratix writes the SHA-256 of nothing. */
const noVersion =
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Each workload group of each Work and where it went: one entry a Destination,
 * and one with verdicts where nothing took it. Names of files only.
 *
 * @public
 */
export function placementViews(
  facts: {
    works?: KubeObject[];
    placements?: KubeObject[];
    destinations?: KubeObject[];
    stateStores?: KubeObject[];
  },
  options: { now: number },
): PlacementView[] {
  const clock: Clock = { now: options.now, recheck: [] };
  const delivery = deliveryOf(facts, clock);
  return (delivery.works ?? []).flatMap(placed =>
    workloadGroups(placed.work).flatMap(group =>
      viewsOfGroup(delivery, placed, group),
    ),
  );
}

function viewsOfGroup(
  delivery: Delivery,
  placed: PlacedWork,
  group: WorkloadGroup,
): PlacementView[] {
  const own = placed.placements.filter(
    ({ placement }) => textAt(placement, 'spec', 'id') === group.id,
  );
  const pipeline = labelOf(placed.work, kratixLabels.pipelineName);
  const base = {
    work: nameOf(placed.work),
    group: group.id,
    directory: group.directory,
    ...(pipeline && { pipeline }),
    selectors: group.selectors,
  };
  if (own.length > 0) {
    return own.map(({ placement, write }) => ({
      ...base,
      ...placedView(delivery, placement, write, group),
    }));
  }
  const destinations = objectsIn(delivery.destinations);
  return [
    {
      ...base,
      write: 'not-scheduled',
      files: group.files,
      ...(destinations && {
        verdicts: schedulingVerdicts(group.selectors, destinations, {
          preview: hasSwitch(placed.work, kratixLabels.dryRun),
        }),
      }),
    },
  ];
}

function placedView(
  delivery: Delivery,
  placement: KubeObject,
  write: Write,
  group: WorkloadGroup,
): Omit<PlacementView, keyof WorkloadGroup | 'work' | 'group'> & {
  files: string[];
} {
  const name = targetDestination(placement) ?? '';
  const destination = delivery.destinations?.find(one => nameOf(one) === name);
  const store = storeOf(destination, delivery.stateStores);
  const path = storePath(placement, destination, store);
  const files = filesIn(valueAt(placement, 'spec', 'workloads'));
  const error =
    write.state === 'failed' ? quotable(write.condition?.message) : undefined;
  const written =
    write.condition?.status === 'True'
      ? write.condition.lastTransitionTime
      : undefined;
  const version = textAt(placement, 'status', 'versionID');
  const description =
    delivery.destinations &&
    describeDestination(
      { destination, stateStore: store },
      { now: delivery.now },
    );
  return {
    destination: { name, ...(description && { description }) },
    ...(path !== undefined && { storePath: path }),
    write: misplacement(placement) ? 'misplaced' : write.state,
    ...(error && { writeError: error }),
    ...(written && { writtenAt: written }),
    ...(version && version !== noVersion && { versionId: version }),
    files: files.length > 0 ? files : group.files,
  };
}
