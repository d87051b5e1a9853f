import { InputError } from '@backstage/errors';
import { fullEntityRef } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * An owner as people write it, in full: `payments` is
 * `group:default/payments`. An empty text stays: nobody.
 *
 * @throws InputError for what is no entity ref
 * @internal
 */
export function teamRef(given: string): string {
  return given === '' ? '' : entityRefOf(given, 'group');
}

/** @throws InputError for what is no entity ref @internal */
export function entityRefOf(given: string, defaultKind: string): string {
  const ref = fullEntityRef(given, defaultKind);
  if (ref === undefined) {
    throw new InputError(
      `'${given}' is no entity reference: use ${defaultKind}:default/name`,
    );
  }
  return ref;
}
