import type { Entity } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';

/** What an entity says about the object it stands for. Pure. @internal */
export type Named =
  | {
      found: true;
      platform?: string;
      name: string;
      namespace: string;
      promise?: string;
      crd?: string;
    }
  | { found: false; missing: string };

/** @internal */
export function namedBy(entity: Entity, prefix: string): Named {
  const annotations = entity.metadata.annotations ?? {};
  const name = annotations['kratix.io/name'];
  if (!name) return { found: false, missing: 'kratix.io/name' };
  return {
    found: true,
    name,
    platform: annotations[`${prefix}platform`],
    // Absent for what is not in a namespace.
    namespace: annotations['kratix.io/namespace'] ?? '-',
    promise: annotations['kratix.io/promise-name'],
    crd: annotations[`${prefix}crd`],
  };
}

/** @internal */
export function useAnnotationPrefix(): string {
  const config = useApi(configApiRef);
  return (
    config.getOptionalString('kratix.annotationPrefix') ?? 'kratix-portal.io/'
  );
}
