import {
  asRecord,
  type KubeMetadata,
  type KubeObject,
  listAt,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { watchedKindKeys } from './watchedKinds';

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Cuts objects to what is read of them. Ten thousand requests have a hundred
 * thousand of these; what is cut is fetched whole on demand.
 *
 * @internal
 */
export function leanObject(kind: string, object: KubeObject): KubeObject {
  const lean: KubeObject = {
    ...object,
    metadata: leanMetadata(object.metadata),
  };
  switch (kind) {
    case watchedKindKeys.works:
      return leanWork(lean);
    case watchedKindKeys.workplacements:
      return { ...lean, spec: leanWorkloads(lean.spec) };
    case watchedKindKeys.jobs:
      return leanJob(lean);
    case watchedKindKeys.pods:
      return leanPod(lean);
    case watchedKindKeys.namespaces:
      return {
        apiVersion: lean.apiVersion,
        kind: lean.kind,
        metadata: lean.metadata,
      };
    default:
      return lean;
  }
}

function leanMetadata(metadata: KubeMetadata): KubeMetadata {
  const { managedFields, annotations, ...kept } = metadata;
  if (!annotations) return kept;
  // A second copy of the object, as kubectl left it.
  const { [lastApplied]: _copy, ...others } = annotations;
  return Object.keys(others).length > 0
    ? { ...kept, annotations: others }
    : kept;
}

function leanWork(work: KubeObject): KubeObject {
  const spec = asRecord(work.spec);
  const groups = listAt(spec, 'workloadGroups');
  return {
    ...work,
    spec: { ...spec, workloadGroups: groups.map(leanWorkloads) },
  };
}

/** Files keep their names; contents may be large and hold secrets. */
function leanWorkloads(holder: unknown): unknown {
  const workloads = valueAt(holder, 'workloads');
  if (!Array.isArray(workloads)) return holder;
  return {
    ...asRecord(holder),
    workloads: workloads.map(workload => ({
      filepath: textAt(workload, 'filepath'),
    })),
  };
}

function leanJob(job: KubeObject): KubeObject {
  const { suspend, backoffLimit, template } = asRecord(job.spec);
  return {
    ...job,
    spec: {
      ...(suspend === undefined ? {} : { suspend }),
      ...(backoffLimit === undefined ? {} : { backoffLimit }),
      template: { spec: leanPodSpec(valueAt(template, 'spec')) },
    },
  };
}

function leanPod(pod: KubeObject): KubeObject {
  return {
    ...pod,
    spec: { ...leanPodSpec(pod.spec), nodeName: valueAt(pod.spec, 'nodeName') },
  };
}

/** Steps, images and rights. Environments may hold secrets. */
function leanPodSpec(spec: unknown) {
  return {
    serviceAccountName: textAt(spec, 'serviceAccountName'),
    initContainers: listAt(spec, 'initContainers').map(leanContainer),
    containers: listAt(spec, 'containers').map(leanContainer),
  };
}

function leanContainer(container: unknown) {
  return { name: textAt(container, 'name'), image: textAt(container, 'image') };
}
