import { useApi } from '@backstage/frontend-plugin-api';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useAnnotationPrefix } from '../entities/entityAnnotations';

/** How the linking went: what is for another service stays with that one. @internal */
export type ServiceLink = 'linked' | 'taken';

/**
 * Says of a request which service it is for, or that it is for none. Read anew
 * first, as whoever was quicker keeps it: annotations have no generation to
 * guard them.
 *
 * @internal
 */
export function useServiceLink(): {
  link: (ref: RequestRef, service: string) => Promise<ServiceLink>;
  unlink: (ref: RequestRef, service: string) => Promise<void>;
} {
  const api = useApi(kratixApiRef);
  const prefix = useAnnotationPrefix();
  const path = `/metadata/annotations/${segment(`${prefix}for`)}`;
  return {
    async link(of, service) {
      const ref = plainRef(of);
      const now = await api.getRequest(ref);
      if (now.service === service) return 'linked';
      if (now.service) return 'taken';
      await api.updateRequest(ref, {
        generation: now.generation ?? 0,
        patch: [{ op: 'add', path, value: service }],
      });
      return 'linked';
    },
    async unlink(of, service) {
      const ref = plainRef(of);
      const now = await api.getRequest(ref);
      // Somebody was quicker: what it is for by now is none of this.
      if (now.service !== service) return;
      await api.updateRequest(ref, {
        generation: now.generation ?? 0,
        patch: [{ op: 'remove', path }],
      });
    },
  };
}

function plainRef({ platform, crd, namespace, name }: RequestRef): RequestRef {
  return { platform, crd, namespace, name };
}

/** Part of an RFC 6901 pointer. */
function segment(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
