import {
  asList,
  asText,
  isRecord,
  listAt,
  recordAt,
  textAt,
  type KubeObject,
  type UnknownRecord,
} from '../kube';
import type { AskedRight, PipelineImage } from '../api';

interface NamedPipeline {
  /** `resource.configure/instance-configure`. */
  name: string;
  pipeline: UnknownRecord;
}

/** The pipelines of a Promise in the order in which Kratix runs them. */
function pipelinesOf(promise: KubeObject): NamedPipeline[] {
  return ['promise', 'resource'].flatMap(type =>
    ['configure', 'delete'].flatMap(action =>
      listAt(promise, 'spec', 'workflows', type, action)
        .filter(isRecord)
        .map(pipeline => ({
          name: `${type}.${action}/${
            textAt(pipeline, 'metadata', 'name') ?? 'pipeline'
          }`,
          pipeline,
        })),
    ),
  );
}

/** @internal */
export function imagesOf(promise: KubeObject): PipelineImage[] {
  return pipelinesOf(promise).flatMap(({ name, pipeline }) =>
    listAt(pipeline, 'spec', 'containers')
      .filter(isRecord)
      .map(container => {
        const image = asText(container.image) ?? '';
        return {
          image,
          pipeline: name,
          container: asText(container.name) ?? 'container',
          mutable: isMutable(image),
        };
      }),
  );
}

/**
 * Without a tag, or with one that is moved by custom, an image is another one
 * tomorrow. A digest is for ever.
 *
 * @internal
 */
export function isMutable(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1];
  return !tag || /^(latest|main|master|dev|edge|nightly|stable)$/i.test(tag);
}

/** Reference §7.1: `rbac.permissions` of a pipeline. @internal */
export function rightsOf(promise: KubeObject): AskedRight[] {
  return pipelinesOf(promise).flatMap(({ name, pipeline }) =>
    asList(recordAt(pipeline, 'spec', 'rbac').permissions)
      .filter(isRecord)
      .map(permission => rightOf(name, permission)),
  );
}

function rightOf(pipeline: string, permission: UnknownRecord): AskedRight {
  const namespace = asText(permission.resourceNamespace);
  const resources = texts(permission.resources);
  const verbs = texts(permission.verbs);
  const apiGroups = texts(permission.apiGroups);
  return {
    pipeline,
    ...(namespace && { namespace }),
    apiGroups,
    resources,
    resourceNames: texts(permission.resourceNames),
    verbs,
    clusterWide: namespace === '*',
    readsSecrets:
      apiGroups.some(group => group === '' || group === '*') &&
      resources.some(one => one === 'secrets' || one === '*') &&
      verbs.some(verb => ['get', 'list', 'watch', '*'].includes(verb)),
  };
}

/** The core API group is the empty text, so that counts here. */
function texts(value: unknown): string[] {
  return asList(value).filter((one): one is string => typeof one === 'string');
}
