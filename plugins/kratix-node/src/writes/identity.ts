import { NotAllowedError } from '@backstage/errors';
import type { PlatformFacts } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Identity } from '../connections/clusterCalls';
import type { Caller } from '../types';

/**
 * As whom to call for this person. What is missing is refused: falling back to
 * the service account would be something stronger than configured.
 *
 * @throws NotAllowedError
 * @internal
 */
export function identityFor(
  identity: PlatformFacts['identity'],
  caller: Caller,
): Identity | undefined {
  switch (identity) {
    case 'serviceAccount':
      return undefined;
    case 'oidc':
      if (!caller.token) {
        throw new NotAllowedError(
          'This platform wants your own token: sign in to it first',
        );
      }
      return { kind: 'token', token: caller.token };
    case 'impersonation':
      return {
        kind: 'impersonation',
        user: nameOf(caller.userEntityRef, 'user'),
        // Of the claims, groups alone: one is the person themself.
        groups: caller.ownershipEntityRefs
          .filter(ref => ref.startsWith('group:'))
          .map(ref => nameOf(ref, 'group')),
      };
    default:
      return identity satisfies never;
  }
}

/**
 * A full entity ref can't be one of Kubernetes' own names, such as
 * `system:masters`; anything else is not impersonated. Node refuses line breaks
 * in headers, and so does this.
 */
function nameOf(ref: string, kind: 'user' | 'group'): string {
  if (!ref.startsWith(`${kind}:`) || !/^[a-z]+:[^\s/]+\/[^\s/]+$/.test(ref)) {
    throw new NotAllowedError(`'${ref}' cannot be impersonated`);
  }
  return ref;
}
