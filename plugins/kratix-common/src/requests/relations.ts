import { labelOf, nameOf, namespaceOf, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

/** The request that another one says it is part of. @public */
export interface ParentReference {
  promise: string;
  /** Absent where neither is in a namespace. */
  namespace?: string;
  name: string;
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
 * Whose part a request is, by the two label families that authors stamp on
 * children. A namespace that they leave out is the child's own.
 *
 * @public
 */
export function parentsOf(child: KubeObject): ParentReference[] {
  return families.flatMap(family => {
    const promise = labelOf(child, family.promise);
    const name = labelOf(child, family.name);
    if (!promise || !name) return [];
    const namespace = labelOf(child, family.namespace) || namespaceOf(child);
    return [{ promise, ...(namespace && { namespace }), name }];
  });
}

/** Is `child` part of `parent`, a request of that Promise? @public */
export function isChildOf(
  child: KubeObject,
  parent: KubeObject,
  parentPromise: string,
): boolean {
  return parentsOf(child).some(
    ({ promise, name, namespace = '' }) =>
      promise === parentPromise &&
      name === nameOf(parent) &&
      namespace === namespaceOf(parent),
  );
}
