const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/**
 * The content type of an image, by its name alone: what a host says of it is
 * not trusted.
 *
 * @internal
 */
export function imageTypeOf(path: string): string | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1].toLowerCase() ?? '';
  return Object.hasOwn(types, extension) ? types[extension] : undefined;
}
