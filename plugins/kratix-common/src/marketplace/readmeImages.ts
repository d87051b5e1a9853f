/** Beyond these nothing is looked for: a README is for people. */
const limits = { characters: 200_000, images: 100 };

// Bounded, as a README may hold a million brackets that nobody closes.
const inline = /!\[[^\]\n]{0,300}\]\(\s*<?([^)\s>]{1,1000})/g;
const byName = /!\[([^\]\n]{1,300})\](?:\[([^\]\n]{0,300})\])?/g;
const definition = /^ {0,3}\[([^\]\n]{1,300})\]:\s*<?([^\s>]{1,1000})/gm;
const html = /<img\s[^>]{0,1000}?src\s*=\s*["']([^"']{1,1000})["']/gi;

/**
 * Paths in the source of the images that a README shows, each once.
 *
 * @internal
 */
export function readmeImages(folder: string, markdown: string): string[] {
  const text = markdown.slice(0, limits.characters);
  const named = new Map(
    [...text.matchAll(definition)].map(([, name, link]) => [
      name.toLocaleLowerCase('en-US'),
      link,
    ]),
  );
  const links = [
    ...[...text.matchAll(inline)].map(([, link]) => link),
    ...[...text.matchAll(html)].map(([, link]) => link),
    ...[...text.matchAll(byName)].map(([, alt, name]) =>
      named.get((name || alt).toLocaleLowerCase('en-US')),
    ),
  ];
  const paths = links.flatMap(link => {
    const path = link && resolveReadmePath(folder, link);
    return path ? [path] : [];
  });
  return [...new Set(paths)].slice(0, limits.images);
}

/**
 * The file of a source that a relative link in a README means, from the
 * source's root. `undefined` for what leads out of the source, or somewhere
 * else depending on who reads it.
 *
 * @param folder - of the README
 * @public
 */
export function resolveReadmePath(
  folder: string,
  link: string,
): string | undefined {
  // An address with a scheme or a host, a Windows path, a hidden separator.
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\\|%(?:2e|2f|5c)/i.test(link)) {
    return undefined;
  }
  const decoded = decodedPath(link.replace(/[?#].*$/s, ''));
  if (!decoded || hasControls(decoded) || decoded.includes('\\')) {
    return undefined;
  }
  const start = decoded.startsWith('/') ? '' : folder;
  const parts: string[] = start.split('/').filter(Boolean);
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length > 0 ? parts.join('/') : undefined;
}

function decodedPath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
