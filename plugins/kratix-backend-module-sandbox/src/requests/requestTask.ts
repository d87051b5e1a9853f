import type {
  PromiseObject,
  RequestObject,
  RevisionObject,
} from '../simulator/kratixObjects';
import { contentHash, md5 } from '../simulator/names';
import {
  pipelineHome,
  type PipelineSubject,
  type WorkflowTask,
} from '../pipelines';

/** Who reports events of requests. @internal */
export const reporter = 'ResourceRequestController';

/** A request with the spec of its Promise that it runs. @internal */
export interface RequestAtRevision {
  promise: PromiseObject;
  request: RequestObject;
  revision: RevisionObject;
}

/** The workflow of a request at one version of its Promise. Pure. @internal */
export function requestTask(
  { promise, request, revision }: RequestAtRevision,
  action: 'configure' | 'delete',
): WorkflowTask {
  const { promiseSpec } = revision.spec;
  const pipelineNamespace = promiseSpec.workflows?.config?.pipelineNamespace;
  const api = promise.spec.api?.spec as
    | { names?: { plural?: string } }
    | undefined;
  const subject: PipelineSubject & { object: RequestObject } = {
    type: 'resource',
    action,
    promise: promise.metadata.name,
    object: request,
    plural: api?.names?.plural ?? '',
    hash: md5(`${contentHash(promiseSpec)}-${contentHash(request.spec ?? {})}`),
    namespace: pipelineHome(request, pipelineNamespace),
    ...(pipelineNamespace && { pipelineNamespace }),
  };
  return {
    subject,
    pipelines: promiseSpec.workflows?.resource?.[action] ?? [],
    promiseSelectors: promiseSpec.destinationSelectors ?? [],
    reporter,
  };
}
