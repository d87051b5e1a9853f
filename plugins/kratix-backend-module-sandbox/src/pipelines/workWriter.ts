import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiVersion,
  type WorkloadGroup,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import { generatedName } from '../simulator/names';
import type { World } from '../simulator/world';
import type { PipelineSubject } from './pipelineJob';

/** The labels by which the work-writer finds its Work again. @internal */
function workLabels(
  { promise, object, type, pipelineNamespace }: PipelineSubject,
  pipeline: string,
): Record<string, string> {
  const { name, namespace = '' } = object.metadata;
  return {
    [label.pipelineName]: pipeline,
    [label.promiseName]: promise,
    [label.workType]: type,
    ...(type === 'resource' && { [label.resourceName]: name }),
    ...(type === 'resource' &&
      pipelineNamespace && { [label.resourceNamespace]: namespace }),
    ...(object.metadata.labels?.[label.dryRun] && { [label.dryRun]: 'true' }),
  };
}

/** What the step `work-writer` does: creates or rewrites the pipeline's Work. @internal */
export function writeWork(
  world: World,
  subject: PipelineSubject,
  pipeline: string,
  groups: WorkloadGroup[],
): KubeObject {
  const { promise, object, type, namespace } = subject;
  const labels = workLabels(subject, pipeline);
  const spec = {
    promiseName: promise,
    ...(type === 'resource' && { resourceName: object.metadata.name }),
    lastExecutionTimestamp: world.timestamp(),
    ...(groups.length > 0 && { workloadGroups: groups }),
  };
  const [known] = world.works({ namespace, labels });
  if (known) return world.store.update({ ...known, spec });
  const isRequest = type === 'resource';
  return world.store.create({
    apiVersion: kratixApiVersion,
    kind: 'Work',
    metadata: {
      name: generatedName(
        [
          promise,
          isRequest ? object.metadata.name : undefined,
          isRequest && subject.pipelineNamespace
            ? object.metadata.namespace
            : undefined,
          pipeline,
        ],
        world.suffix(),
      ),
      namespace,
      labels,
    },
    spec,
  });
}
