import {
  type KubeObject,
  kratixAnnotations,
  kratixLabels,
  parentsOf as parentReferences,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What ties objects to a request: the Promise's name and the request's
 * namespace and name. Names of Jobs and Works are cut and hashed, and
 * `kratix.io/resource-name` alone has no namespace.
 *
 * @internal
 */
export interface RequestIdentity {
  promise: string;
  namespace: string;
  name: string;
}

/** @internal */
export function requestTerm({ promise, namespace, name }: RequestIdentity) {
  return `r:${promise}/${namespace}/${name}`;
}

/** @internal */
export function promiseTerm(promise: string) {
  return `p:${promise}`;
}

/**
 * The request that a Job, Pod or Work was made for. With a pipelineNamespace
 * these lie elsewhere than the request, and then, only then, say so by label;
 * Jobs also say it by annotation.
 *
 * @internal
 */
export function requestOfLabels(
  object: KubeObject,
): RequestIdentity | undefined {
  const { labels, annotations, namespace } = object.metadata;
  const promise = labels?.[kratixLabels.promiseName];
  const name = labels?.[kratixLabels.resourceName];
  const type = typeOfWork(object);
  if (!promise || !name || (type && type !== 'resource')) return undefined;
  return {
    promise,
    name,
    namespace:
      labels?.[kratixLabels.resourceNamespace] ??
      annotations?.[kratixAnnotations.jobResourceNamespace] ??
      namespace ??
      '',
  };
}

function typeOfWork({ metadata: { labels } }: KubeObject) {
  // Works and legacy Jobs say work-type, Jobs and Pods workflow-type.
  return labels?.[kratixLabels.workType] ?? labels?.[kratixLabels.workflowType];
}

/** Terms of Jobs, Pods and Works: of their request, else of their Promise. @internal */
export function ownerTerms(object: KubeObject): string[] {
  const request = requestOfLabels(object);
  if (request) return [requestTerm(request)];
  const promise = object.metadata.labels?.[kratixLabels.promiseName];
  return promise ? [promiseTerm(promise)] : [];
}

/**
 * The request of a ResourceBinding. By its spec, since the label is hashed
 * where the name has more than 63 characters.
 *
 * @internal
 */
export function requestOfBinding(
  binding: KubeObject,
): RequestIdentity | undefined {
  return requestOfReference(binding.spec, binding.metadata.namespace);
}

/** The request of a HealthRecord, which may lie in any namespace. @internal */
export function requestOfHealthRecord(
  record: KubeObject,
): RequestIdentity | undefined {
  return requestOfReference(record.data, record.metadata.namespace);
}

function requestOfReference(
  holder: unknown,
  defaultNamespace: string | undefined,
): RequestIdentity | undefined {
  const promise = textAt(holder, 'promiseRef', 'name');
  const name = textAt(holder, 'resourceRef', 'name');
  const namespace =
    textAt(holder, 'resourceRef', 'namespace') ?? defaultNamespace ?? '';
  return promise && name ? { promise, name, namespace } : undefined;
}

/** The requests that a request says it is part of. @internal */
export function parentsOf(request: KubeObject): RequestIdentity[] {
  return parentReferences(request).map(({ namespace = '', ...parent }) => ({
    ...parent,
    namespace,
  }));
}

/**
 * A request that a preview made for itself and will remove: not anybody's
 * request. The label alone may have strayed onto a real one.
 *
 * @internal
 */
export function isEphemeral({ metadata: { labels } }: KubeObject): boolean {
  return Boolean(
    labels?.[kratixLabels.dryRun] && labels[kratixLabels.dryRunOwner],
  );
}
