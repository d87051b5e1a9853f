import { InputError } from '@backstage/errors';
import { figuresTable, type Run } from './figures/table';
import { formsTable, measureForms } from './forms/measureForms';
import { nextMessage, startChild } from './processes/startChild';

const sizes = [1_000, 10_000, 50_000];

const withoutCatalog = '--without-catalog';

function readSizes(args: string[]): number[] {
  const [first, ...rest] = args;
  if (first === undefined) return sizes;
  if (rest.length === 0 && first === '--quick') return sizes.slice(0, 2);
  const given = args.map(Number);
  if (given.every(size => Number.isInteger(size) && size > 0)) return given;
  throw new InputError(
    'Give nothing, --quick, or numbers of requests, as: npm run bench -- 1000 10000; --without-catalog leaves out what takes minutes; npm run bench -- forms measures how schemas become forms',
  );
}

function isRun(message: unknown): message is { type: 'run'; run: Run } {
  return (message as { type?: string } | undefined)?.type === 'run';
}

/** A fresh process for each size, so that none inherits another's heap. */
async function main(args: string[]) {
  if (args[0] === 'forms') {
    process.stdout.write(`${formsTable(measureForms())}\n`);
    return;
  }
  const runs: Run[] = [];
  const catalog = args.includes(withoutCatalog) ? 'none' : 'catalog';
  const sizesAsked = readSizes(args.filter(arg => arg !== withoutCatalog));
  for (const size of sizesAsked) {
    process.stderr.write(`${size.toLocaleString('en-US')} requests …\n`);
    const child = startChild('variant.ts', [String(size), catalog]);
    runs.push((await nextMessage(child, isRun)).run);
    // After each size, so that a larger one that fails takes nothing along.
    process.stdout.write(`${figuresTable(runs)}\n`);
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
