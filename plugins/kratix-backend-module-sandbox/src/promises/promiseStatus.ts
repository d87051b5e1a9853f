import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { findCondition, type NewCondition } from '../simulator/conditions';
import type { PromiseObject } from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { World } from '../simulator/world';
import { reconciledBy, worksVerdict } from '../placements';
import { hasPromisePipelines, reporter, unavailable } from './promiseTask';
import { isDefinition, storageVersion } from './requestDefinition';
import {
  recordRequiredBy,
  requirementsCondition,
  requirementStates,
} from './requirements';

const byName = <T extends KubeObject>(objects: T[]) =>
  [...objects].sort((a, b) =>
    `${a.metadata.namespace}/${a.metadata.name}` <
    `${b.metadata.namespace}/${b.metadata.name}`
      ? -1
      : 1,
  );

/** The version, from the label; and the counters that the CRD wants. @internal */
export function writeVersion(
  world: World,
  promise: PromiseObject,
): PromiseObject {
  const { status } = promise;
  const version = promise.metadata.labels?.[label.promiseVersion];
  const { version: _old, ...kratix } = status?.kratix ?? {};
  const known = status?.workflows !== undefined;
  if (known && status?.version === version) return promise;
  const { version: _older, ...rest } = status ?? {};
  return world.writeStatus(promise, {
    workflows: 0,
    workflowsSucceeded: 0,
    workflowsFailed: 0,
    ...rest,
    ...(version && { version }),
    kratix: { workflows: {}, ...kratix, ...(version && { version }) },
  });
}

/** Whether what the Promise requires is there. @internal */
export function checkRequirements(
  world: World,
  promise: PromiseObject,
): PromiseObject {
  const { status = {}, spec } = promise;
  const had = findCondition(status.conditions, 'RequirementsFulfilled');
  if (!spec.requiredPromises?.length && !had) return promise;
  const states = requirementStates(world, promise);
  const condition = requirementsCondition(states);
  const fulfilled = condition.status === 'True';
  if (fulfilled) recordRequiredBy(world, promise);
  const pending: NewCondition = {
    type: 'Reconciled',
    status: 'Unknown',
    reason: 'RequirementsNotFulfilled',
    message: 'Pending',
  };
  const written = world.writeConditions(
    promise,
    fulfilled ? [condition] : [unavailable, condition, pending],
    {
      requiredPromises: states,
      ...(!fulfilled && {
        status: 'Unavailable',
        kratix: { ...status.kratix, status: 'Unavailable' },
      }),
    },
  );
  if (written !== promise) {
    const missing = states.find(one => one.state !== 'Requirement installed');
    world.event(written, {
      type: 'Normal',
      reason: fulfilled ? 'RequirementsFulfilled' : condition.reason,
      message: missing
        ? `Required Promise ${missing.name} not installed or unknown state`
        : 'All required promises are available',
      reporter,
    });
  }
  return written;
}

/** Which API it offers; at first it is not available. @internal */
export function writeApi(world: World, promise: PromiseObject): PromiseObject {
  const { api } = promise.spec;
  if (!isDefinition(api)) return promise;
  const { status = {} } = promise;
  const apiVersion = `${api.spec.group}/${storageVersion(api)}`.toLowerCase();
  const { kind } = api.spec.names;
  const first = status.status === undefined;
  const fields = {
    kind,
    apiVersion,
    ...(first && { status: 'Unavailable' as const }),
  };
  return world.writeConditions(promise, first ? [unavailable] : [], {
    ...fields,
    kratix: { ...status.kratix, ...fields },
  });
}

/** Has all requests run from the start. @internal */
export function rerunRequestsOf(world: World, promise: PromiseObject) {
  for (const request of byName(world.requestsOf(promise))) {
    if (!request.metadata.deletionTimestamp) {
      world.writeLabels(request, { [label.runFromStart]: 'true' });
    }
  }
  world.event(promise, {
    type: 'Normal',
    reason: 'ReconcilingResources',
    message: 'Reconciling all resource requests',
    reporter,
  });
}

/** @internal */
export function writeAvailable(
  world: World,
  promise: PromiseObject,
): PromiseObject {
  const { status = {} } = promise;
  const known = findCondition(status.conditions, 'Available');
  if (known?.status === 'True' && status.status === 'Available') {
    return promise;
  }
  const available = {
    status: 'Available',
    lastAvailableTime: world.timestamp(),
  };
  const written = world.writeConditions(
    promise,
    [
      {
        type: 'Available',
        status: 'True',
        reason: 'PromiseAvailable',
        message: 'Ready to fulfil resource requests',
      },
    ],
    { ...available, kratix: { ...status.kratix, ...available } },
  );
  world.event(written, {
    type: 'Normal',
    reason: 'Available',
    message: 'Promise is available',
    reporter,
  });
  return written;
}

/** What its Works mean for it; without a workflow it never is Reconciled. @internal */
export function writeReconciled(world: World, promise: PromiseObject) {
  const works = world.works({
    labels: {
      [label.promiseName]: promise.metadata.name,
      [label.workType]: 'promise',
    },
  });
  const verdict = worksVerdict(works, 'promise');
  const reconciled = reconciledBy(verdict);
  const before = findCondition(promise.status?.conditions, 'Reconciled');
  const speaks =
    hasPromisePipelines(promise) && before?.status !== reconciled.status;
  const written = world.writeConditions(promise, [
    ...(speaks ? [reconciled] : []),
    verdict,
  ]);
  if (written === promise) return;
  world.event(written, {
    type: verdict.status === 'False' ? 'Warning' : 'Normal',
    reason: verdict.reason,
    message: verdict.message,
    reporter,
  });
}
