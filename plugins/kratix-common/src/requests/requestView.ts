import type { RequestDescription, RequestView } from '../api';
import { fullEntityRef, requestEntityRef } from '../catalog';
import {
  annotationOf,
  createdAt,
  deletedAt,
  latestTime,
  listAt,
  valueAt,
  type KubeObject,
} from '../kube';
import type { PrinterColumn } from '../promises';
import { columnsView } from './columnsView';
import type { RequestRef } from './refs';

/** What the view of a request is made from. @public */
export interface RequestViewInput {
  ref: RequestRef;
  request: KubeObject;
  promise: {
    name: string;
    title: string;
    kind: string;
    printerColumns: readonly PrinterColumn[];
  };
  description: RequestDescription;
  /** Entity ref, by who the owner of a request is. */
  owner?: string;
  /** Of the portal's annotations, ending in a slash. */
  annotationPrefix: string;
  /** `catalog.providers.kratix.requestKind`. */
  entityKind?: string;
}

/** A request as lists show it. @public */
export function requestView(input: RequestViewInput): RequestView {
  const { ref, request, promise, description, annotationPrefix } = input;
  const { platform, crd, namespace, name } = ref;
  const parts = { platform, namespace, promise: promise.name, name };
  return {
    platform,
    crd,
    namespace,
    name,
    uid: request.metadata.uid,
    promise: promise.name,
    promiseTitle: promise.title,
    kind: promise.kind,
    owner: input.owner,
    requester: annotationOf(request, `${annotationPrefix}requested-by`),
    service: fullEntityRef(
      annotationOf(request, `${annotationPrefix}for`),
      'component',
    ),
    createdAt: createdAt(request),
    changedAt: changedAt(request),
    description: withoutEvidence(description),
    columns: columnsView(request, promise.printerColumns),
    entityRef: requestEntityRef(parts, input.entityKind),
  };
}

/** The latest time that anything in the object speaks of. */
function changedAt(request: KubeObject): string | undefined {
  const transitions = [
    listAt(request, 'status', 'conditions'),
    listAt(request, 'status', 'kratix', 'workflows', 'pipelines'),
  ].flatMap(entries =>
    entries.map(entry => valueAt(entry, 'lastTransitionTime')),
  );
  return latestTime(createdAt(request), deletedAt(request), ...transitions);
}

/** Lists need what is wrong, not how it is known. */
function withoutEvidence(description: RequestDescription): RequestDescription {
  return {
    ...description,
    causes: description.causes.map(cause => ({ ...cause, evidence: [] })),
  };
}
