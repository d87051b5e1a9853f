import {
  kratixGroup,
  type HealthRecordObject,
  type RequestObject,
} from '../simulator/kratixObjects';
import { finalizer } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { healthStatus } from './instanceHealth';

const allRecords = (world: World) =>
  (world.store.list(kratixGroup, 'healthrecords') as HealthRecordObject[]).sort(
    (a, b) => (a.metadata.name < b.metadata.name ? -1 : 1),
  );

const lingerMs = 15_000;

/** Rolls HealthRecords up in the request they are about. @internal */
export function reconcileHealth(
  world: World,
  namespace: string,
  name: string,
): Outcome | undefined {
  const record = world.store.get(
    kratixGroup,
    'healthrecords',
    name,
    namespace,
  ) as HealthRecordObject | undefined;
  const request = record && requestOf(world, record);
  // A record about nothing that is known is kept and ignored.
  if (!record || !request) return undefined;
  if (record.metadata.deletionTimestamp) return remove(world, record, request);
  const { finalizers = [] } = record.metadata;
  if (!finalizers.includes(finalizer.healthRecordCleanup)) {
    world.writeMetadata(record, {
      finalizers: [...finalizers, finalizer.healthRecordCleanup],
    });
    return undefined;
  }
  const { resourceRef } = record.data;
  // Whatever Promise they name: Kratix does not look (reference T14).
  const records = allRecords(world).filter(
    one =>
      one.data.resourceRef?.name === resourceRef?.name &&
      one.data.resourceRef?.namespace === resourceRef?.namespace,
  );
  write(world, request, records);
  tell(world, request, record.data.state ?? 'unknown');
  return undefined;
}

function requestOf(
  world: World,
  { data }: HealthRecordObject,
): RequestObject | undefined {
  const promise = world.promise(data.promiseRef.name);
  const { name, namespace } = data.resourceRef ?? {};
  if (!promise || !name || !namespace) return undefined;
  return world.request(promise, name, namespace);
}

function write(
  world: World,
  request: RequestObject,
  records: HealthRecordObject[],
) {
  world.writeStatus(request, {
    ...request.status,
    healthStatus: healthStatus(records),
  });
}

/** The Event names the record's own state, when the aggregate was another. */
function tell(world: World, request: RequestObject, state: string) {
  const before = request.status?.healthStatus as { state?: string } | undefined;
  if (before?.state === state) return;
  world.event(request, {
    type: state === 'healthy' || state === 'ready' ? 'Normal' : 'Warning',
    reason: 'HealthRecord',
    message: `Health state is ${state}`,
    reporter: 'HealthRecordController',
  });
}

/**
 * Kratix takes all other records of the cluster for those of the request. The
 * record goes at the next look if it is not listed by then, so two that are
 * deleted together list each other for ever (recordings, 46).
 */
function remove(
  world: World,
  record: HealthRecordObject,
  request: RequestObject,
): Outcome | undefined {
  const { name, namespace, uid } = record.metadata;
  const { healthRecords = [] } = (request.status?.healthStatus ??
    {}) as Partial<ReturnType<typeof healthStatus>>;
  const listed = healthRecords.some(
    ({ source }) => source.name === name && source.namespace === namespace,
  );
  if (!listed) {
    world.dropFinalizer(record, finalizer.healthRecordCleanup);
    return undefined;
  }
  write(
    world,
    request,
    allRecords(world).filter(one => one.metadata.uid !== uid),
  );
  return { afterMs: lingerMs };
}
