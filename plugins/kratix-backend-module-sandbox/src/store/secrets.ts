import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KindInfo } from './types';

/**
 * A Secret as it is kept: with a type, and what was given as text encoded.
 * Nothing more is secret about it here: it is an object like any other.
 *
 * @internal
 */
export function completedSecret(
  { group, kind }: KindInfo,
  object: KubeObject,
): KubeObject {
  if (group !== '' || kind !== 'Secret') return object;
  const { stringData, ...secret } = object;
  const encoded = Object.entries(
    (stringData ?? {}) as Record<string, string>,
  ).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  return {
    type: 'Opaque',
    ...secret,
    ...(encoded.length > 0 && {
      data: { ...(secret.data as object), ...Object.fromEntries(encoded) },
    }),
  };
}
