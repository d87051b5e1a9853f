import { labelOf, nameOf, namespaceOf, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

/** The request that another one says it is part of. @public */
export interface ParentReference {
  promise: string;
  name: string;
  /** Authors may leave it out; then it is the child's own. */
  namespace?: string;
}

const families = [
  {
    promise: kratixLabels.componentOfPromise,
    name: kratixLabels.componentOfName,
    namespace: kratixLabels.componentOfNamespace,
  },
  {
    promise: kratixLabels.parentPromise,
    name: kratixLabels.parentName,
    namespace: kratixLabels.parentNamespace,
  },
];

/**
 * Whose part a request is, by either of the two label families that authors
 * stamp on children.
 *
 * @public
 */
export function parentOf(
  child: KubeObject | undefined,
): ParentReference | undefined {
  for (const family of families) {
    const promise = labelOf(child, family.promise);
    const name = labelOf(child, family.name);
    if (!promise || !name) continue;
    const namespace = labelOf(child, family.namespace);
    return { promise, name, ...(namespace && { namespace }) };
  }
  return undefined;
}

/** Is `child` part of `parent`, a request of that Promise? @public */
export function isChildOf(
  child: KubeObject,
  parent: KubeObject,
  parentPromise: string,
): boolean {
  const reference = parentOf(child);
  return (
    reference !== undefined &&
    reference.promise === parentPromise &&
    reference.name === nameOf(parent) &&
    (reference.namespace ?? namespaceOf(child)) === namespaceOf(parent)
  );
}
