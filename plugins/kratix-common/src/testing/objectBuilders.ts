import type { KubeObject } from '../kube';

/** Parts of an object that a test cares about; the rest is filled in. @public */
export interface ObjectParts {
  name?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  generation?: number;
  createdAt?: string;
  deletedAt?: string;
  finalizers?: string[];
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

/** The time at which objects of the builders come into being. @public */
export const builtAt = '2026-03-01T12:00:00Z';

/** Any object; what is given goes in as it is. @public */
export function anObject(
  kind: string,
  parts: ObjectParts = {},
  apiVersion = 'platform.kratix.io/v1alpha1',
): KubeObject {
  const { name = 'thing', namespace, createdAt = builtAt } = parts;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      uid: `uid-${kind}-${namespace ?? ''}-${name}`,
      resourceVersion: '1',
      generation: parts.generation ?? 1,
      creationTimestamp: createdAt,
      ...(parts.deletedAt && { deletionTimestamp: parts.deletedAt }),
      ...(parts.labels && { labels: parts.labels }),
      ...(parts.annotations && { annotations: parts.annotations }),
      ...(parts.finalizers && { finalizers: parts.finalizers }),
    },
    ...(parts.spec && { spec: parts.spec }),
    ...(parts.status && { status: parts.status }),
  };
}

/** @public */
export function aCondition(
  type: string,
  status: 'True' | 'False' | 'Unknown',
  reason = '',
  more: { message?: string; at?: string } = {},
) {
  const { message = '', at = builtAt } = more;
  return { type, status, reason, message, lastTransitionTime: at };
}
