import { useApi } from '@backstage/frontend-plugin-api';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useAnnotationPrefix } from '../entities/entityAnnotations';

/** How the linking went: what is for another service stays with that one. @internal */
export type ServiceLink = 'linked' | 'taken';

/**
 * Says of a request which service it is for. Read anew first, as whoever was
 * quicker keeps it: annotations have no generation to guard them.
 *
 * @internal
 */
export function useServiceLink(): (
  ref: RequestRef,
  service: string,
) => Promise<ServiceLink> {
  const api = useApi(kratixApiRef);
  const prefix = useAnnotationPrefix();
  return async ({ platform, crd, namespace, name }, service) => {
    const ref = { platform, crd, namespace, name };
    const now = await api.getRequest(ref);
    if (now.service === service) return 'linked';
    if (now.service) return 'taken';
    const path = `/metadata/annotations/${segment(`${prefix}for`)}`;
    await api.updateRequest(ref, {
      generation: now.generation ?? 0,
      patch: [{ op: 'add', path, value: service }],
    });
    return 'linked';
  };
}

/** Part of an RFC 6901 pointer. */
function segment(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
