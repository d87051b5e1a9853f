/** Folders whose YAML is no offer: sources of pipelines, bundles, tests. */
const passedOver = new Set([
  ...['internal', 'dependencies', 'test', 'tests', 'assets'],
  'node_modules',
]);

const logoNames = /^(logo|icon)\.(svg|png|jpe?g|webp)$/i;

/** @internal */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** @internal */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Whether documents of this file are looked at. Dot folders hold templates of
 * Promises whose names are still null.
 *
 * @public
 */
export function mayHoldListings(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return (
    /\.ya?ml$/i.test(path) &&
    !folders.some(name => name.startsWith('.') || passedOver.has(name))
  );
}

/** Whether a source needs to read this file at all. @public */
export function isOfMarketplace(path: string): boolean {
  return (
    mayHoldListings(path) || isReadme(path) || logoNames.test(fileNameOf(path))
  );
}

/** @internal */
export function isReadme(path: string): boolean {
  return /^readme\.md$/i.test(fileNameOf(path));
}

/** @internal */
export function isLogo(path: string): boolean {
  return logoNames.test(fileNameOf(path));
}

/**
 * The folders in which to look for what belongs to a listing: its own, then
 * those above it, nearest first; a Promise in `x/promises/` has its README in
 * `x`.
 *
 * @internal
 */
export function foldersAround(folder: string): string[] {
  const parts = folder.split('/');
  const isNested = /^promises?$/i.test(parts.at(-1) ?? '');
  return isNested ? [folder, parts.slice(0, -1).join('/')] : [folder];
}
