import { folderOf, foldersAround, isLogo, isReadme } from './layout';
import type { MarketplaceFile } from './types';

/**
 * Finds the README and logo that belong to a folder's Promises.
 *
 * @param files - in order
 * @param images - paths of further files
 * @internal
 */
export function besideOf(
  files: readonly MarketplaceFile[],
  images: readonly string[],
): (folder: string) => { readme?: MarketplaceFile; logo?: string } {
  const readmes = new Map<string, MarketplaceFile>();
  const logos = new Map<string, string>();
  for (const file of files) {
    if (isReadme(file.path)) readmes.set(folderOf(file.path), file);
  }
  const paths = [...files.map(({ path }) => path), ...images].sort();
  for (const path of paths) {
    const folder = folderOf(path);
    if (isLogo(path) && !logos.has(folder)) logos.set(folder, path);
  }
  const nearest = <T>(of: Map<string, T>, folder: string) =>
    foldersAround(folder)
      .map(one => of.get(one))
      .find(found => found !== undefined);
  return folder => ({
    readme: nearest(readmes, folder),
    logo: nearest(logos, folder),
  });
}
