import type {
  KubeMetadata,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { conflict, invalid } from './kubeStatusError';
import type { DeleteOptions, KindInfo } from './types';

const otherUid = (wanted: string, actual?: string) =>
  `Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${actual}`;

/** @throws KubeStatusError 409 where a write is about something older @internal */
export function requireUnchanged(
  kind: KindInfo,
  current: KubeObject,
  { name, uid, resourceVersion }: KubeMetadata,
) {
  const { metadata } = current;
  if (uid && uid !== metadata.uid) {
    throw conflict(kind, name, otherUid(uid, metadata.uid));
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(kind, name);
  }
}

/** @throws KubeStatusError 409 where a delete's preconditions do not hold @internal */
export function requirePreconditions(
  kind: KindInfo,
  { metadata }: KubeObject,
  { uid, resourceVersion }: DeleteOptions,
) {
  const { name } = metadata;
  if (uid !== undefined && uid !== metadata.uid) {
    throw conflict(kind, name, otherUid(uid, metadata.uid));
  }
  if (
    resourceVersion !== undefined &&
    resourceVersion !== metadata.resourceVersion
  ) {
    throw conflict(
      kind,
      name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
}

/** What is being deleted is held by no more than held it then. @internal */
export function refuseNewFinalizers(
  kind: KindInfo,
  { metadata }: KubeObject,
  { metadata: before }: KubeObject,
) {
  if (!before.deletionTimestamp) return;
  const added = (metadata.finalizers ?? []).filter(
    one => !before.finalizers?.includes(one),
  );
  if (added.length === 0) return;
  const list = added.map(one => JSON.stringify(one)).join(', ');
  throw invalid(kind, metadata.name, [
    {
      reason: 'FieldValueForbidden',
      message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
      field: 'metadata.finalizers',
    },
  ]);
}
