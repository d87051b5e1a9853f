import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const part = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/**
 * An entity ref as an author wrote it, in full. What is none is left out: the
 * catalog would refuse the whole entity for it.
 *
 * @internal
 */
export function entityRefOf(
  text: string | undefined,
  defaultKind: string,
): string | undefined {
  if (!text) return undefined;
  try {
    const ref = parseEntityRef(text.trim(), {
      defaultKind,
      defaultNamespace: 'default',
    });
    const parts = [ref.kind, ref.namespace, ref.name];
    return parts.every(one => part.test(one))
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Several, as authors write them: with commas between. @internal */
export function entityRefsOf(
  text: string | undefined,
  defaultKind: string,
): string[] {
  return (text ?? '')
    .replace(/[[\]"]/g, '')
    .split(/[\s,]+/)
    .flatMap(one => entityRefOf(one, defaultKind) ?? []);
}

/** Tags as the catalog allows them. @internal */
export function tagsOf(text: string | undefined): string[] {
  const tags = (text ?? '')
    .toLocaleLowerCase('en-US')
    .replace(/[[\]"]/g, '')
    .split(',')
    .map(tag =>
      tag
        .trim()
        .replace(/[^a-z0-9+#]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    );
  return [...new Set(tags)].filter(tag => tag !== '' && tag.length <= 63);
}
