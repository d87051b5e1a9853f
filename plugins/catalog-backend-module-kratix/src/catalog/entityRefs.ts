import { fullEntityRef } from '@kratix-portal/backstage-plugin-kratix-common';

/** Several, as authors write them: with commas between. @internal */
export function entityRefsOf(
  text: string | undefined,
  defaultKind: string,
): string[] {
  return (text ?? '')
    .replace(/[[\]"]/g, '')
    .split(/[\s,]+/)
    .flatMap(one => fullEntityRef(one, defaultKind) ?? []);
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
