import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

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
  try {
    return stringifyEntityRef(
      parseEntityRef(given, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `'${given}' is no entity reference: use ${defaultKind}:default/name`,
    );
  }
}
