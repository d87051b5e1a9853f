import type { KubeCondition } from '@kratix-portal/backstage-plugin-kratix-common';
import { withCondition } from '../simulator/conditions';
import type {
  PipelineStatus,
  WorkflowStatus,
} from '../simulator/kratixObjects';
import type { WorkflowControl } from './behaviour';
import { durationMs } from './steering';

/** The status with another entry for one pipeline. Pure. @internal */
export function withPipeline(
  status: WorkflowStatus,
  name: string,
  change: (entry: PipelineStatus) => PipelineStatus,
): WorkflowStatus {
  const workflows = status.kratix?.workflows ?? {};
  return {
    ...status,
    kratix: {
      ...status.kratix,
      workflows: {
        ...workflows,
        pipelines: workflows.pipelines?.map(one =>
          one.name === name ? change(one) : one,
        ),
      },
    },
  };
}

/** What the step `status-writer` has to go by. @internal */
export interface PipelineResult {
  pipeline: string;
  isLast: boolean;
  type: 'promise' | 'resource';
  /** What the containers wrote to status.yaml, merged. */
  status: Record<string, unknown>;
  control?: WorkflowControl;
  generation: number;
}

/**
 * What the step `status-writer` makes of a status (reference §23.3, 7). Only
 * `message` of a Promise's status survives its schema. Pure.
 *
 * @internal
 */
export function statusWritten(
  status: WorkflowStatus,
  result: PipelineResult,
  time: { now: string; at: (afterMs: number) => string },
): WorkflowStatus {
  const { control, pipeline, isLast, type, generation } = result;
  const merged = mergedStatus(status, result.status, time.now);
  if (control && (control.suspend || control.retryAfter)) {
    return suspended(merged, pipeline, control, generation, time);
  }
  const running = withPipeline(merged, pipeline, entry =>
    entry.phase === 'Running'
      ? entry
      : { ...entry, phase: 'Running', lastTransitionTime: time.now },
  );
  if (!isLast) return running;
  const ready =
    type === 'promise' ? 'Promise configured' : 'Resource requested';
  const { suspendedGeneration: _resumed, ...workflows } =
    running.kratix?.workflows ?? {};
  return {
    ...running,
    ...(running.message === 'Pending' && { message: ready }),
    kratix: { ...running.kratix, workflows },
    conditions: completed(running.conditions, time.now),
  };
}

/** Its time moves with every completed run. */
function completed(conditions: KubeCondition[] | undefined, now: string) {
  const others = conditions?.filter(
    one => one.type !== 'ConfigureWorkflowCompleted',
  );
  return withCondition(
    others,
    {
      type: 'ConfigureWorkflowCompleted',
      status: 'True',
      reason: 'PipelinesExecutedSuccessfully',
      message: 'Pipelines completed',
    },
    now,
  );
}

function suspended(
  status: WorkflowStatus,
  pipeline: string,
  { message, retryAfter }: WorkflowControl,
  generation: number,
  { now, at }: { now: string; at: (afterMs: number) => string },
): WorkflowStatus {
  const written = withPipeline(status, pipeline, ({ name, attempts = 0 }) => ({
    name,
    phase: 'Suspended',
    ...(message && { message }),
    ...(retryAfter && {
      nextRetryAt: at(durationMs(retryAfter)),
      attempts: attempts + 1,
    }),
    lastTransitionTime: now,
  }));
  return {
    ...written,
    kratix: {
      ...written.kratix,
      workflows: {
        ...written.kratix?.workflows,
        suspendedGeneration: generation,
      },
    },
  };
}

/** status.yaml at top level; conditions by type; the key `kratix` is refused. */
function mergedStatus(
  status: WorkflowStatus,
  written: Record<string, unknown>,
  now: string,
): WorkflowStatus {
  const { kratix: _refused, conditions, ...fields } = written;
  const added = Array.isArray(conditions)
    ? (conditions as KubeCondition[])
    : [];
  return {
    ...status,
    ...fields,
    ...(added.length > 0 && {
      conditions: added.reduce(
        (list, { type, status: value, reason = '', message = '' }) =>
          withCondition(list, { type, status: value, reason, message }, now),
        status.conditions ?? [],
      ),
    }),
  };
}
