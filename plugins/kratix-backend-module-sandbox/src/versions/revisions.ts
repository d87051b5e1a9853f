import {
  kratixApiVersion,
  kratixGroup,
  type PromiseObject,
  type RevisionObject,
} from '../simulator/kratixObjects';
import { annotation, finalizer, label } from '../simulator/labels';
import { revisionName } from '../simulator/names';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { completeSpec } from './completeSpec';

const requestsRetryMs = 5000;

/** What a Promise is stored as where it has no version label. @internal */
export const versionOfPromise = ({ metadata }: PromiseObject) =>
  metadata.labels?.[label.promiseVersion] ?? 'not-set';

/**
 * Keeps the Promise's spec as a revision of its version, which becomes the
 * latest (reference §6.4).
 *
 * @returns whether it had to write anything
 * @internal
 */
export function keepRevision(world: World, promise: PromiseObject): boolean {
  const { name, uid = '' } = promise.metadata;
  const version = versionOfPromise(promise);
  const known = world.store.get(
    kratixGroup,
    'promiserevisions',
    revisionName(name, version),
  ) as RevisionObject | undefined;
  const spec = completeSpec(promise.spec);
  if (known?.metadata.deletionTimestamp) return false;
  if (known) {
    const kept = world.store.update({
      ...known,
      metadata: {
        ...known.metadata,
        labels: { ...known.metadata.labels, [label.latestRevision]: 'true' },
      },
      spec: { ...known.spec, promiseSpec: spec },
    });
    return kept !== known;
  }
  const revision = world.store.create({
    apiVersion: kratixApiVersion,
    kind: 'PromiseRevision',
    metadata: {
      name: revisionName(name, version),
      labels: { [label.promiseName]: name, [label.latestRevision]: 'true' },
      ownerReferences: [
        {
          apiVersion: kratixApiVersion,
          kind: 'Promise',
          name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { promiseRef: { name }, version, promiseSpec: spec },
  });
  world.event(promise, {
    type: 'Normal',
    reason: 'RevisionCreated',
    message: `Revision ${revision.metadata.name} created`,
    reporter: 'PromiseController',
  });
  return true;
}

/** One step for a revision: finalizer, becoming the latest, going. @internal */
export function reconcileRevision(
  world: World,
  name: string,
): Outcome | undefined {
  const revision = world.store.get(kratixGroup, 'promiserevisions', name) as
    | RevisionObject
    | undefined;
  if (!revision) return undefined;
  if (revision.metadata.deletionTimestamp) return remove(world, revision);
  const { finalizers = [], labels } = revision.metadata;
  if (!finalizers.includes(finalizer.requestCleanup)) {
    world.writeMetadata(revision, {
      finalizers: [...finalizers, finalizer.requestCleanup],
    });
    return undefined;
  }
  if (labels?.[label.latestRevision] !== 'true') {
    const { latest: _no, ...status } = revision.status ?? {};
    if (revision.status) world.writeStatus(revision, status);
    return undefined;
  }
  const others = world
    .revisionsOf(revision.spec.promiseRef.name)
    .filter(
      one =>
        one.metadata.name !== name &&
        one.metadata.labels?.[label.latestRevision] === 'true',
    );
  for (const older of others) {
    world.writeLabels(older, { [label.latestRevision]: undefined });
  }
  world.writeStatus(revision, { ...revision.status, latest: true });
  return undefined;
}

/** Takes along every request that is bound to it. */
function remove(world: World, revision: RevisionObject): Outcome | undefined {
  const { promiseRef, version, promiseSpec } = revision.spec;
  const promise = world.promise(promiseRef.name);
  // Kratix asks for the API here; one without stays for ever (recordings, 68).
  if (!promiseSpec.api) return undefined;
  const keep = revision.metadata.annotations?.[annotation.keepRequests];
  const bound =
    promise && !keep
      ? world
          .requestsOf(promise)
          .filter(
            one =>
              world.bindingOf(promiseRef.name, one)?.spec.version === version,
          )
      : [];
  if (bound.length > 0) {
    for (const one of bound) {
      if (!one.metadata.deletionTimestamp) world.delete(one);
    }
    return { afterMs: requestsRetryMs };
  }
  world.dropFinalizer(revision, finalizer.requestCleanup);
  return undefined;
}
