import {
  RefusedInputError,
  type createRequestBodySchema,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestKind } from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import { hiddenAt, reservedFor } from './ownMetadata';

/** Set by the portal or by Kratix, never by the person. */
const envelope = ['apiVersion', 'kind', 'metadata', 'status'];

/**
 * The object that a request becomes. Who asked for it is written by the portal
 * alone. Pure.
 *
 * @throws RefusedInputError (400) naming the fields that may not be given
 * @internal
 */
export function newRequestObject(options: {
  kind: RequestKind;
  body: z.output<typeof createRequestBodySchema>;
  owner?: string;
  /** Entity ref in full. */
  service?: string;
  requester: string;
  annotationPrefix: string;
}): KubeObject {
  const { kind, body, owner, service, requester, annotationPrefix } = options;
  refuse(
    Object.keys(body.object).filter(field => envelope.includes(field)),
    'is set by the portal',
  );
  for (const field of ['labels', 'annotations'] as const) {
    for (const key of Object.keys(body[field] ?? {})) {
      const whose = reservedFor(key, annotationPrefix);
      if (whose) {
        refuse([`metadata.${field}[${key}]`], `is reserved for ${whose}`);
      }
    }
  }
  refuse(hiddenAt(body.object, ''), 'is hidden, so give it anew');
  return {
    apiVersion: `${kind.group}/${kind.version}`,
    kind: kind.kind,
    metadata: {
      name: body.name,
      ...(kind.namespaced && { namespace: body.namespace }),
      ...(body.labels && { labels: body.labels }),
      annotations: {
        ...body.annotations,
        ...(owner && { [`${annotationPrefix}owner`]: owner }),
        [`${annotationPrefix}requested-by`]: requester,
        ...(service && { [`${annotationPrefix}for`]: service }),
      },
    },
    ...body.object,
  };
}

function refuse(fields: string[], why: string): void {
  if (fields.length === 0) return;
  throw new RefusedInputError(
    fields.map(field => `${field} ${why}`).join('; '),
    fields.map(field => ({ field, message: why })),
  );
}
