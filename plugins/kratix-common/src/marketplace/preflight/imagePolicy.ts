/**
 * The reference of an image as registries see it: `redis:7` is
 * `docker.io/library/redis:7`. `undefined` for what is no reference.
 *
 * @public
 */
export function wholeImageName(image: string): string | undefined {
  // Longer ones exist nowhere.
  if (image.length > 500) return undefined;
  const [named, digest, ...more] = image.split('@');
  if (more.length > 0 || !(digest === undefined || isDigest(digest))) {
    return undefined;
  }
  const [, path = '', tag] = named.match(/^(.*?)(?::([^:/]*))?$/) ?? [];
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) return undefined;
  const { host, parts } = hostAndParts(path);
  if (!/^[a-z0-9][a-z0-9.-]*(:\d+)?$/.test(host)) return undefined;
  if (
    !parts.every(part => /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/.test(part))
  ) {
    return undefined;
  }
  const ending = `${tag === undefined ? '' : `:${tag}`}${
    digest === undefined ? '' : `@${digest}`
  }`;
  return `${[host, ...parts].join('/')}${ending}`;
}

function isDigest(digest: string): boolean {
  return /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[0-9a-f]{32,}$/i.test(digest);
}

function hostAndParts(path: string): { host: string; parts: string[] } {
  const [first, ...rest] = path.split('/');
  const isHost =
    rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = isHost ? first.toLocaleLowerCase('en-US') : 'docker.io';
  const parts = isHost ? rest : [first, ...rest];
  if (host !== 'docker.io' && host !== 'index.docker.io') {
    return { host, parts };
  }
  return {
    host: 'docker.io',
    parts: parts.length === 1 ? ['library', ...parts] : parts,
  };
}

/**
 * Does config allow an image? A `*` at the end of a pattern stands for anything,
 * elsewhere for anything but a slash; a pattern without tag allows all tags.
 *
 * @param patterns - as `ghcr.io/acme/*`, `redis`, `*.example.org/team/app`
 * @public
 */
export function isAllowedImage(
  image: string,
  patterns: readonly string[],
): boolean {
  if (patterns.includes('*')) return true;
  const name = wholeImageName(image);
  // What no registry would take is in nobody's.
  if (name === undefined) return false;
  const repository = name.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
  return patterns.some(pattern => {
    const matches = matcherOf(pattern);
    return matches(name) || matches(repository);
  });
}

function matcherOf(given: string): (name: string) => boolean {
  const pattern = given.trim();
  const isPrefix = pattern.endsWith('*');
  const parts = wholePattern(pattern)
    .replace(/\*$/, '')
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(
    `^${parts.join('[^/]*')}${isPrefix ? '' : '$'}`,
  );
  return name => expression.test(name);
}

/** Patterns are written as images are: `redis` is Docker's own. */
function wholePattern(pattern: string): string {
  const first = pattern.split('/')[0];
  if (first.includes('*')) return pattern;
  const { host, parts } = hostAndParts(pattern);
  return [host, ...parts].join('/');
}
