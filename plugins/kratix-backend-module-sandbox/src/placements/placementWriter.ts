import { findCondition, withCondition } from '../simulator/conditions';
import {
  kratixGroup,
  type DestinationObject,
  type PlacementObject,
} from '../simulator/kratixObjects';
import { finalizer } from '../simulator/labels';
import { md5 } from '../simulator/names';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { isStoreReady, storeOf, unreachableText } from './stateStores';

const reporter = 'WorkPlacementController';
const retryMs = 15_000;
// Two controllers write its status; the one that loses comes back so late.
const statusDelayMs = 5000;
const timeoutMs = 4000;

/** For buckets Kratix reports the SHA-256 of nothing (recordings, 10). */
const bucketVersion =
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/**
 * Pretends to write placements to state stores, and says how that went.
 *
 * @internal
 */
export class PlacementWriter {
  readonly #world: World;
  /** Generations written, by uid. */
  readonly #written = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
  }

  reconcile(namespace: string, name: string): Outcome | undefined {
    const placement = this.#get(namespace, name);
    if (!placement) return undefined;
    const destination = this.#destination(placement);
    const store = destination && storeOf(this.#world, destination);
    const problem = store && unreachableText(store);
    if (placement.metadata.deletionTimestamp) {
      return this.#remove(placement, problem);
    }
    if (!destination) {
      this.#world.dropFinalizer(placement, finalizer.placementCleanup);
      return undefined;
    }
    if (this.#isWritten(placement)) return undefined;
    // Nothing tells that a placement waits for its store (recordings, 70).
    if (!store || !isStoreReady(store)) return { afterMs: retryMs };
    if (problem !== undefined) {
      const then = () => this.#fail(namespace, name, problem);
      return { hold: { ms: timeoutMs, then } };
    }
    return this.#write(placement, destination);
  }

  /** A write that failed is tried again on its own, whatever else happens. */
  #isWritten({ metadata, status }: PlacementObject): boolean {
    const written = this.#written.get(metadata.uid ?? '');
    const reported = findCondition(status?.conditions, 'WriteSucceeded');
    if (written === undefined && reported?.status === 'True') {
      // Seeded as written, or written before this simulator began.
      this.#written.set(metadata.uid ?? '', metadata.generation ?? 1);
      return true;
    }
    return written === metadata.generation;
  }

  #get(namespace: string, name: string) {
    return this.#world.store.get(
      kratixGroup,
      'workplacements',
      name,
      namespace,
    ) as PlacementObject | undefined;
  }

  #destination({ spec }: PlacementObject) {
    return this.#world.store.get(
      kratixGroup,
      'destinations',
      spec.targetDestinationName,
    ) as DestinationObject | undefined;
  }

  #remove(
    placement: PlacementObject,
    problem: string | undefined,
  ): Outcome | undefined {
    if (problem !== undefined) {
      this.#world.event(placement, {
        type: 'Warning',
        reason: 'FailedDeleteFilesFromRepository',
        message: `failed to delete files from repository: ${problem}`,
        reporter,
      });
      return { afterMs: retryMs };
    }
    this.#written.delete(placement.metadata.uid ?? '');
    this.#world.dropFinalizer(placement, finalizer.placementCleanup);
    return undefined;
  }

  #write(
    placement: PlacementObject,
    destination: DestinationObject,
  ): Outcome | undefined {
    const {
      uid = '',
      generation = 1,
      namespace = '',
      name,
    } = placement.metadata;
    this.#written.set(uid, generation);
    const isGit = destination.spec.stateStoreRef?.kind === 'GitStateStore';
    const version = isGit ? md5(`${uid}${generation}`) : bucketVersion;
    this.#world.event(placement, {
      type: 'Normal',
      reason: 'WorkloadsWrittenToStateStore',
      message: `successfully written to Destination: ${destination.metadata.name} with versionID: ${version}`,
      reporter,
    });
    const reported = findCondition(
      placement.status?.conditions,
      'WriteSucceeded',
    );
    if (reported?.status === 'True') return undefined;
    this.#world.clock.schedule(reported ? 0 : statusDelayMs, () =>
      this.#reportWritten(namespace, name, uid, version),
    );
    return undefined;
  }

  #reportWritten(
    namespace: string,
    name: string,
    uid: string,
    versionID: string,
  ) {
    const placement = this.#get(namespace, name);
    if (placement?.metadata.uid !== uid) return;
    const misplaced =
      findCondition(placement.status?.conditions, 'ScheduleSucceeded')
        ?.status === 'False';
    const now = this.#world.timestamp();
    const written = withCondition(
      placement.status?.conditions,
      {
        type: 'WriteSucceeded',
        status: 'True',
        reason: 'WorkloadsWrittenToStateStore',
        message: 'Workloads written to State Store',
      },
      now,
    );
    this.#world.writeStatus(placement, {
      ...placement.status,
      versionID,
      conditions: misplaced
        ? written
        : withCondition(
            written,
            {
              type: 'Ready',
              status: 'True',
              reason: 'WorkloadsWrittenToTargetDestination',
              message: 'Ready',
            },
            now,
          ),
    });
  }

  #fail(namespace: string, name: string, problem: string): Outcome | undefined {
    const placement = this.#get(namespace, name);
    if (!placement) return undefined;
    const reason = 'WorkloadsFailedWrite';
    const now = this.#world.timestamp();
    const failed = withCondition(
      placement.status?.conditions,
      { type: 'WriteSucceeded', status: 'False', reason, message: problem },
      now,
    );
    this.#world.writeStatus(placement, {
      ...placement.status,
      conditions: withCondition(
        failed,
        { type: 'Ready', status: 'False', reason, message: 'Failing' },
        now,
      ),
    });
    this.#world.event(placement, {
      type: 'Warning',
      reason: 'FailedWriteToDestination',
      message: `error writing to destination; check kubectl get destination for more info: ${problem}`,
      reporter,
    });
    return { afterMs: retryMs };
  }
}
