const pattern =
  /^(?:([a-z0-9][a-z0-9._-]{0,62}):)?(?:([a-z0-9][a-z0-9._-]{0,62})\/)?([a-z0-9][a-z0-9._-]{0,62})$/;

/**
 * An entity ref in full, as the catalog spells it, of one as people write it:
 * `Payments` is `group:default/payments`. `undefined` for what is none.
 *
 * @public
 */
export function fullEntityRef(
  text: string | undefined,
  defaultKind: string,
): string | undefined {
  const match = text?.trim().toLocaleLowerCase('en-US').match(pattern);
  if (!match) return undefined;
  const [, kind = defaultKind, namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`;
}
