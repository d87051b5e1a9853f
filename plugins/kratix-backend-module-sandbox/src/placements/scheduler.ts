import { withCondition } from '../simulator/conditions';
import {
  kratixApiVersion,
  kratixGroup,
  type DestinationObject,
  type PlacementObject,
  type WorkloadGroup,
  type WorkObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, type World } from '../simulator/world';
import { matchingDestinations } from './selection';
import { failedWrite, workConditions, type Scheduling } from './workStatus';

const scheduled = {
  type: 'ScheduleSucceeded',
  status: 'True' as const,
  reason: 'ScheduledToDestination',
  message: 'Scheduled to correct Destination',
};

const reporter = 'Scheduler';
const unscheduledRetryMs = 60_000;

/**
 * Places Works on Destinations, and keeps an eye on whether they still belong
 * there (reference §10).
 *
 * @internal
 */
export class Scheduler {
  readonly #world: World;
  /** What is said of failing Works at the moment, by uid. */
  readonly #flips = new Map<string, { fine: boolean; since: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  reconcile(namespace: string, name: string): Outcome | undefined {
    const work = this.#world.store.get(
      kratixGroup,
      'works',
      name,
      namespace,
    ) as WorkObject | undefined;
    if (!work) return undefined;
    if (work.metadata.deletionTimestamp) return this.#remove(work);
    const { finalizers = [] } = work.metadata;
    if (!finalizers.includes(finalizer.workCleanup)) {
      this.#world.writeMetadata(work, {
        finalizers: [...finalizers, finalizer.workCleanup],
      });
      return undefined;
    }
    const scheduling: Scheduling = {
      unscheduled: [],
      misplaced: [],
      placements: [],
    };
    const groups = work.spec.workloadGroups ?? [];
    for (const group of groups) this.#place(work, group, scheduling);
    this.#writeStatus(work, groups, scheduling);
    if (scheduling.unscheduled.length > 0) {
      return { afterMs: unscheduledRetryMs };
    }
    return this.#flipLater(work, scheduling);
  }

  #placementsOf(work: WorkObject): PlacementObject[] {
    const { name, namespace } = work.metadata;
    return this.#world.store.list(kratixGroup, 'workplacements', {
      namespace,
      labels: { [label.work]: name },
    }) as PlacementObject[];
  }

  #remove(work: WorkObject): Outcome | undefined {
    const placements = this.#placementsOf(work);
    for (const one of placements) {
      if (!one.metadata.deletionTimestamp) this.#world.delete(one);
    }
    if (placements.some(one => this.#world.current(one))) return undefined;
    this.#world.dropFinalizer(work, finalizer.workCleanup);
    return undefined;
  }

  #place(work: WorkObject, group: WorkloadGroup, scheduling: Scheduling) {
    const existing = this.#placementsOf(work).filter(
      one =>
        one.metadata.labels?.[label.workloadGroupId] === group.id &&
        !one.metadata.deletionTimestamp,
    );
    const isDryRun = hasLabel(work, label.dryRun);
    const matching = matchingDestinations(
      this.#world.destinations(),
      group,
      isDryRun,
    );
    const names = new Set(matching.map(one => one.metadata.name));
    const kept = existing.map(one =>
      this.#update(work, group, one, names.has(one.spec.targetDestinationName)),
    );
    const added = this.#newTargets(work, existing, matching).map(one =>
      this.#create(work, group, one),
    );
    const placements = [...kept, ...added];
    scheduling.placements.push(...placements);
    if (placements.length === 0) {
      scheduling.unscheduled.push(group.id);
      this.#tellUnscheduled(work, group);
    } else if (kept.some(one => !names.has(one.spec.targetDestinationName))) {
      scheduling.misplaced.push(group.id);
    }
  }

  /** A request's files go to one, chosen once; a Promise's to all. */
  #newTargets(
    work: WorkObject,
    existing: PlacementObject[],
    matching: DestinationObject[],
  ): DestinationObject[] {
    if (work.metadata.labels?.[label.workType] !== 'resource') {
      const taken = new Set(
        existing.map(one => one.spec.targetDestinationName),
      );
      return matching.filter(one => !taken.has(one.metadata.name));
    }
    if (existing.length > 0 || matching.length === 0) return [];
    const random = parseInt(this.#world.suffix(), 16);
    return [matching[random % matching.length]];
  }

  #create(
    work: WorkObject,
    group: WorkloadGroup,
    destination: DestinationObject,
  ): PlacementObject {
    const { name, namespace, uid = '', labels, generation } = work.metadata;
    const target = destination.metadata.name;
    const { promiseName, resourceName } = work.spec;
    const pipeline = labels?.[label.pipelineName] ?? '';
    const placement = this.#world.store.create({
      apiVersion: kratixApiVersion,
      kind: 'WorkPlacement',
      metadata: {
        name: `${name}.${target}-${group.id.slice(0, 5)}`,
        namespace,
        finalizers: [finalizer.placementCleanup],
        labels: {
          [label.pipelineName]: pipeline,
          [label.targetDestination]: target,
          [label.work]: name,
          [label.workloadGroupId]: group.id,
        },
        ownerReferences: [
          {
            apiVersion: kratixApiVersion,
            kind: 'Work',
            name,
            uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        generation,
        id: group.id,
        promiseName,
        ...(resourceName && { resourceName }),
        targetDestinationName: target,
        workloads: group.workloads,
      },
    }) as PlacementObject;
    this.#world.event(work, {
      type: 'Normal',
      reason: 'WorkplacementReconciled',
      message: `workplacement reconciled: ${placement.metadata.name}, operation: created`,
      reporter,
    });
    return this.#writeConditions(placement, [
      scheduled,
      {
        type: 'Ready',
        status: 'False',
        reason: 'ScheduledToDestination',
        message: 'Pending',
      },
    ]);
  }

  #update(
    work: WorkObject,
    group: WorkloadGroup,
    placement: PlacementObject,
    matches: boolean,
  ): PlacementObject {
    const isResource = work.metadata.labels?.[label.workType] === 'resource';
    const { [label.misplaced]: flagged, ...labels } =
      placement.metadata.labels ?? {};
    // On a request's placements Kratix never takes the label away again.
    const flag = !matches || (flagged && isResource);
    const updated = this.#world.store.update({
      ...placement,
      metadata: {
        ...placement.metadata,
        labels: { ...labels, ...(flag && { [label.misplaced]: 'true' }) },
      },
      spec: {
        ...placement.spec,
        workloads: group.workloads,
        generation: work.metadata.generation,
      },
    }) as PlacementObject;
    if (matches) return this.#writeConditions(updated, [scheduled]);
    const reason = 'DestinationSelectorMismatch';
    if (!flagged) {
      const target = placement.spec.targetDestinationName;
      this.#world.event(updated, {
        type: 'Warning',
        reason,
        message: `labels for destination: ${target} no longer match the expected labels, marking this workplacement as misplaced`,
        reporter,
      });
    }
    return this.#writeConditions(updated, [
      {
        type: 'ScheduleSucceeded',
        status: 'False',
        reason,
        message: 'Target destination no longer matches destinationSelectors',
      },
      {
        type: 'Ready',
        status: 'False',
        reason: 'Misplaced',
        message: 'Misplaced',
      },
    ]);
  }

  #writeConditions(
    placement: PlacementObject,
    conditions: Parameters<typeof withCondition>[1][],
  ): PlacementObject {
    const now = this.#world.timestamp();
    return this.#world.writeStatus(placement, {
      ...placement.status,
      conditions: conditions.reduce(
        (list, one) => withCondition(list, one, now),
        placement.status?.conditions ?? [],
      ),
    });
  }

  #tellUnscheduled(work: WorkObject, { id }: WorkloadGroup) {
    this.#world.event(work, {
      type: 'Normal',
      reason: 'NoMatchingDestination',
      message: `waiting for a destination with labels for workloadGroup: ${id}`,
      reporter,
    });
  }

  #writeStatus(
    work: WorkObject,
    groups: WorkloadGroup[],
    scheduling: Scheduling,
  ) {
    const now = this.#world.timestamp();
    const seen = this.#flips.get(work.metadata.uid ?? '')?.fine
      ? { ...scheduling, placements: [] }
      : scheduling;
    const conditions = workConditions(seen).reduce(
      (list, one) => withCondition(list, one, now),
      work.status?.conditions ?? [],
    );
    const created = groups.length - scheduling.unscheduled.length;
    const written = this.#world.writeStatus(work, {
      conditions,
      ...(groups.length > 0 && { workPlacements: groups.length }),
      ...(created > 0 && { workPlacementsCreated: created }),
    });
    if (written !== work) this.#tell(written);
  }

  #tell(work: WorkObject) {
    const about = work.status?.conditions?.find(
      one => one.type === 'ScheduleSucceeded',
    );
    const { reason = '', message = '', status } = about ?? {};
    if (reason === 'UnscheduledWorkloads') return;
    this.#world.event(work, {
      type: status === 'True' ? 'Normal' : 'Warning',
      reason,
      message,
      reporter,
    });
  }

  /** Where wished for: failing, fine, failing again, as a real one does. */
  #flipLater(
    work: WorkObject,
    { placements }: Scheduling,
  ): Outcome | undefined {
    const { failureFlipMs } = this.#world.settings;
    const uid = work.metadata.uid ?? '';
    if (!failureFlipMs || !placements.some(failedWrite)) {
      this.#flips.delete(uid);
      return undefined;
    }
    const now = this.#world.clock.now().getTime();
    const { fine, since } = this.#flips.get(uid) ?? { fine: true, since: 0 };
    const left = since + failureFlipMs - now;
    if (left > 0) return { afterMs: left };
    this.#flips.set(uid, { fine: !fine, since: now });
    return { again: true };
  }
}
