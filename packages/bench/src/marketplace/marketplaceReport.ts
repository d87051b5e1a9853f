import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import {
  isOfMarketplace,
  readMarketplace,
  type MarketplaceFile,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { reportOf } from './reportOf';

const usage = `npm run marketplace-report -- FOLDER

Prints the Promises that a marketplace finds in a folder, and what is odd or
broken about them. Ends with 0, with 1 after warnings, with 2 after anything
broken.`;

async function main(args: string[]): Promise<number> {
  const [folder, ...more] = args.filter(arg => arg !== '--');
  if (folder === '--help' || folder === '-h') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (!folder || more.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  // The person's own folder: the script runs from the repository.
  const root = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  const isFolder = await stat(root).then(
    found => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    process.stderr.write(`${folder} is no folder\n`);
    return 2;
  }
  const { text, exitCode } = reportOf(
    readMarketplace(await filesIn(root), {
      annotationPrefix: 'kratix-portal.io/',
    }),
  );
  process.stdout.write(`${text}\n`);
  return exitCode;
}

async function filesIn(root: string): Promise<MarketplaceFile[]> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = names
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .map(path => path.split(sep).join('/'))
    .filter(isOfMarketplace);
  return Promise.all(
    paths.map(async path => ({
      path,
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
