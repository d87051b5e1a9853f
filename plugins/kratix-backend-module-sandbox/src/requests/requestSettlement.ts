import { findCondition, type NewCondition } from '../simulator/conditions';
import type {
  BindingObject,
  PromiseObject,
  RequestObject,
  RevisionObject,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import { hasLabel, type World } from '../simulator/world';
import { pipelineHome, type WorkflowTask } from '../pipelines';
import { reconciledBy, worksVerdict } from '../placements';
import { recordVersionApplied } from '../versions';
import { reporter, type RequestAtRevision } from './requestTask';

/** A request with all that decides what becomes of it. @internal */
export interface RequestAtWork extends RequestAtRevision {
  binding: BindingObject;
}

/** Lists the pipelines that there will be. @internal */
export function announce(
  world: World,
  request: RequestObject,
  { pipelines }: WorkflowTask,
) {
  const now = world.timestamp();
  const { kratix } = request.status ?? {};
  world.writeStatus(request, {
    ...request.status,
    workflows: pipelines.length,
    workflowsSucceeded: 0,
    workflowsFailed: 0,
    kratix: {
      ...kratix,
      workflows: {
        ...kratix?.workflows,
        pipelines: pipelines.map(({ metadata: { name } }) => ({
          name,
          phase: 'Pending',
          lastTransitionTime: now,
        })),
      },
    },
  });
}

/** After the last pipeline: one write a call, in this order. @internal */
export function finishRun(
  world: World,
  { promise, request, binding, revision }: RequestAtWork,
): undefined {
  const { status = {}, metadata } = request;
  dropStaleWorks(world, request, revision);
  if (status.observedGeneration !== metadata.generation) {
    world.writeStatus(request, {
      ...status,
      observedGeneration: metadata.generation,
    });
    return undefined;
  }
  const { version } = revision.spec;
  const settled = settle(world, promise, request, binding, version);
  if (settled !== request) return undefined;
  recordVersionApplied(world, binding, version);
  recordSuccess(world, request);
  return undefined;
}

/** A Promise without pipelines for its requests is done at once. @internal */
export function finishWithoutPipelines(
  world: World,
  { request, binding, revision }: RequestAtWork,
): undefined {
  const { status = {}, metadata } = request;
  if (
    hasLabel(request, label.manualReconciliation) ||
    hasLabel(request, label.runFromStart)
  ) {
    world.writeLabels(request, {
      [label.manualReconciliation]: undefined,
      [label.runFromStart]: undefined,
    });
    return undefined;
  }
  const { version } = revision.spec;
  const written = world.writeStatus(request, {
    ...status,
    kratix: {
      ...status.kratix,
      workflows: { ...status.kratix?.workflows, pipelines: [] },
    },
    workflows: 0,
    workflowsSucceeded: 0,
    workflowsFailed: 0,
    observedGeneration: metadata.generation,
    promiseVersion: version,
    resourceBindingVersion: binding.spec.version,
  });
  if (written !== request) return undefined;
  recordVersionApplied(world, binding, version);
  return undefined;
}

function settle(
  world: World,
  { metadata: { name: promise } }: PromiseObject,
  request: RequestObject,
  binding: BindingObject,
  version: string,
): RequestObject {
  const { namespace, name } = request.metadata;
  const works = world.works({
    namespace,
    labels: {
      [label.promiseName]: promise,
      [label.resourceName]: name,
      [label.workType]: 'resource',
    },
  });
  const verdict = worksVerdict(works, 'resource');
  const known = findCondition(request.status?.conditions, 'WorksSucceeded');
  // Kratix goes from Unknown to failing only by way of True (T4).
  const kept = verdict.reason === 'WorksFailing' && known?.status === 'Unknown';
  const reconciled = reconciledBy(verdict);
  const before = findCondition(request.status?.conditions, 'Reconciled');
  const bindingVersion = binding.spec.version;
  const settled = world.writeConditions(
    request,
    kept
      ? []
      : [
          ...(before?.status === reconciled.status ? [] : [reconciled]),
          verdict,
        ],
    { promiseVersion: version, resourceBindingVersion: bindingVersion },
  );
  if (settled === request) return request;
  tellSettled(world, settled, request, verdict, bindingVersion);
  return settled;
}

function tellSettled(
  world: World,
  settled: RequestObject,
  before: RequestObject,
  works: NewCondition,
  bindingVersion: string,
) {
  const { reason, message, status } = works;
  const known = findCondition(before.status?.conditions, works.type);
  if (known?.reason !== reason && status !== 'Unknown') {
    const type = status === 'True' ? 'Normal' : 'Warning';
    world.event(settled, { type, reason, message, reporter });
  }
  const is = findCondition(settled.status?.conditions, 'Reconciled');
  const was = findCondition(before.status?.conditions, 'Reconciled');
  const normal = { type: 'Normal' as const, reporter };
  if (is?.status === 'True' && was?.status !== 'True') {
    world.event(settled, {
      ...normal,
      reason: 'ReconcileSucceeded',
      message: 'Successfully reconciled',
    });
  }
  if (before.status?.resourceBindingVersion !== bindingVersion) {
    world.event(settled, {
      ...normal,
      reason: 'ResourceBindingVersionUpdated',
      message: `Resource binding version updated to ${bindingVersion}`,
    });
  }
}

function recordSuccess(world: World, request: RequestObject) {
  const { status } = request;
  const at = findCondition(
    status?.conditions,
    'ConfigureWorkflowCompleted',
  )?.lastTransitionTime;
  if (!at || status?.lastSuccessfulConfigureWorkflowTime === at) return;
  world.writeStatus(request, {
    ...status,
    lastSuccessfulConfigureWorkflowTime: at,
    kratix: {
      ...status?.kratix,
      workflows: {
        ...status?.kratix?.workflows,
        lastSuccessfulConfigureWorkflowTime: at,
      },
    },
  });
}

function dropStaleWorks(
  world: World,
  request: RequestObject,
  revision: RevisionObject,
) {
  const { workflows } = revision.spec.promiseSpec;
  const names = workflows?.resource?.configure?.map(one => one.metadata.name);
  const works = world.works({
    namespace: pipelineHome(request, workflows?.config?.pipelineNamespace),
    labels: {
      [label.promiseName]: revision.spec.promiseRef.name,
      [label.resourceName]: request.metadata.name,
      [label.workType]: 'resource',
    },
  });
  for (const work of works) {
    const pipeline = work.metadata.labels?.[label.pipelineName] ?? '';
    if (!names?.includes(pipeline) && !work.metadata.deletionTimestamp) {
      world.delete(work);
    }
  }
}
