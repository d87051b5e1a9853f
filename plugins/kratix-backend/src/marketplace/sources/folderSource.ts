import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type {
  MarketplaceSource,
  MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { inTime } from './inTime';
import { ReadingBasket } from './ReadingBasket';
import { SourceProblem, sourceProblem } from './SourceProblem';

/**
 * A folder of this machine: one that is mounted, or that somebody works on.
 *
 * @internal
 */
export const folderSourceType: MarketplaceSourceType = {
  key: 'folder',
  create: ({ config }) =>
    folderSource(resolve(config.getString('folder.path'))),
};

interface Found {
  /** From the root, with slashes. */
  path: string;
  /** Where it really is. */
  file: string;
  size: number;
  /** Differs whenever the content may. */
  mark: string;
}

/**
 * @param root - absolute
 * @internal
 */
export function folderSource(root: string): MarketplaceSource {
  return {
    async read({ etag, signal }) {
      try {
        return await inTime(signal, readFolder(root, etag, signal));
      } catch (error) {
        throw sourceProblem(error);
      }
    },
  };
}

async function readFolder(
  root: string,
  etag: string | undefined,
  signal: AbortSignal,
) {
  const basket = new ReadingBasket();
  const found: Found[] = [];
  const real = await realpath(root);
  if (!(await stat(real)).isDirectory()) {
    throw new SourceProblem('What config names is no folder.');
  }
  await walk({ real, folder: real, basket, found, signal, depth: 0 });
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash('sha256');
  for (const { path, mark } of found) hash.update(`${path}\n${mark}\n`);
  const now = hash.digest('hex');
  if (now === etag) return 'unchanged';
  for (const { path, file } of found) {
    signal.throwIfAborted();
    basket.put({ path }, await readFile(file));
  }
  return { ...basket.reading(), etag: now };
}

interface Walk {
  real: string;
  folder: string;
  basket: ReadingBasket;
  found: Found[];
  signal: AbortSignal;
  depth: number;
}

const deepest = 20;

async function walk(at: Walk): Promise<void> {
  const { real, folder, basket, found, signal, depth } = at;
  signal.throwIfAborted();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    const path = relative(real, file).split(sep).join('/');
    // Folders that are links are passed over: they may lead round in circles.
    if (entry.isDirectory() && isLookedInto(entry.name) && depth < deepest) {
      await walk({ ...at, folder: file, depth: depth + 1 });
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      const target = entry.isFile() ? file : await targetOf(real, file);
      if (!target) {
        if (basket.wants(path)) {
          basket.note({
            severity: 'warning',
            path,
            text: 'It is a link that leads out of the folder or nowhere, and is not read.',
          });
        }
        continue;
      }
      const { size, mtimeMs, ctimeMs } = await stat(target);
      if (!basket.wants(path, size)) continue;
      const mark = `${size} ${mtimeMs} ${ctimeMs}`;
      found.push({ path, file: target, size, mark });
    }
  }
  basket.checkAmount();
}

/** Where a link leads, if that is a file within the folder. */
async function targetOf(
  real: string,
  link: string,
): Promise<string | undefined> {
  try {
    const target = await realpath(link);
    // Not Backstage's isChildPath: to it `..data` of a mounted volume is outside.
    const isWithin = target.startsWith(real + sep);
    return isWithin && (await stat(target)).isFile() ? target : undefined;
  } catch {
    return undefined;
  }
}

function isLookedInto(name: string): boolean {
  return name !== 'node_modules' && name !== '.git';
}
