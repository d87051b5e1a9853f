import {
  resolveReadmePath,
  type ListingDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Where a README stands, so that its links can be followed. @internal */
export type ReadmePlace = Pick<
  ListingDetail,
  'readmeFolder' | 'path' | 'webUrl'
>;

/** What a link of a README leads to. @internal */
export type ReadmeLink =
  | { to: 'heading'; id: string }
  | { to: 'elsewhere'; href: string }
  /** It leads out of its source, or runs something: only its words stay. */
  | { to: 'nowhere' };

/** What an image of a README is. @internal */
export type ReadmeImage =
  | { from: 'source'; path: string }
  | { from: 'elsewhere'; href: string }
  | { from: 'nowhere' };

const followed = new Set(['http:', 'https:', 'mailto:']);

/** Ids of headings are the author's, and must not meet the page's own. @internal */
export function headingId(text: string): string {
  const slug = text
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
  return `readme-${slug}`;
}

/** Pure. @internal */
export function readmeLink(
  given: string | undefined,
  place: ReadmePlace,
): ReadmeLink {
  const href = given?.trim();
  if (!href) return { to: 'nowhere' };
  if (href.startsWith('#')) {
    return { to: 'heading', id: `readme-${decoded(href.slice(1))}` };
  }
  const absolute = absoluteUrl(href);
  if (absolute) return { to: 'elsewhere', href: absolute };
  const path = resolveReadmePath(place.readmeFolder, href);
  const root = path === undefined ? undefined : webRoot(place);
  if (path === undefined || root === undefined) return { to: 'nowhere' };
  const hash = /#.*$/s.exec(href)?.[0] ?? '';
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return { to: 'elsewhere', href: `${root}${encoded}${hash}` };
}

/** Pure. @internal */
export function readmeImage(
  given: string | undefined,
  place: Pick<ReadmePlace, 'readmeFolder'>,
): ReadmeImage {
  const src = given?.trim();
  if (!src) return { from: 'nowhere' };
  const absolute = absoluteUrl(src);
  if (absolute && !absolute.startsWith('mailto:')) {
    return { from: 'elsewhere', href: absolute };
  }
  const path = resolveReadmePath(place.readmeFolder, src);
  return path === undefined ? { from: 'nowhere' } : { from: 'source', path };
}

/** The address as a browser reads it, where it names a scheme that is followed. */
function absoluteUrl(text: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  try {
    const url = new URL(text);
    return followed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where the source's own files can be looked at: what is left of the address of
 * the Promise's file without that file's path.
 */
function webRoot({ webUrl, path }: ReadmePlace): string | undefined {
  const url = webUrl && absoluteUrl(webUrl);
  const tail = path.split('/').map(encodeURIComponent).join('/');
  const end = [tail, path].find(one => url?.endsWith(`/${one}`));
  return url && end ? url.slice(0, -end.length) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
