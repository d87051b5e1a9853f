import type { NewCondition } from '../simulator/conditions';
import type { PromiseObject, WorkflowStatus } from '../simulator/kratixObjects';
import { contentHash, systemNamespace } from '../simulator/names';
import type { WorkflowTask } from '../pipelines';

/** Who reports events of Promises. @internal */
export const reporter = 'PromiseController';

/** @internal */
export const unavailable: NewCondition = {
  type: 'Available',
  status: 'False',
  reason: 'PromiseUnavailable',
  message: 'Cannot fulfil resource requests',
};
/** @internal */
export const hasPromisePipelines = ({ spec }: PromiseObject) =>
  (spec.workflows?.promise?.configure ?? []).length > 0;

/** The workflow of a Promise. Pure. @internal */
export function promiseTask(
  promise: PromiseObject,
  action: 'configure' | 'delete',
): WorkflowTask {
  const { spec, metadata } = promise;
  return {
    subject: {
      type: 'promise',
      action,
      promise: metadata.name,
      object: promise,
      plural: 'promises',
      hash: contentHash(spec),
      namespace: spec.workflows?.config?.pipelineNamespace ?? systemNamespace,
    },
    pipelines: spec.workflows?.promise?.[action] ?? [],
    promiseSelectors: spec.destinationSelectors ?? [],
    reporter,
    restarted: {
      conditions: [unavailable],
      fields: (status: WorkflowStatus) => ({
        status: 'Unavailable',
        kratix: { ...status.kratix, status: 'Unavailable' },
      }),
    },
  };
}
