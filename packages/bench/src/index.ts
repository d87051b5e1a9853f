import { InputError } from '@backstage/errors';
import { figuresTable, type Run } from './figures/table';
import { nextMessage, startChild } from './processes/startChild';

const sizes = [1_000, 10_000, 50_000];

function readSizes(args: string[]): number[] {
  const [first, ...rest] = args;
  if (first === undefined) return sizes;
  if (rest.length === 0 && first === '--quick') return sizes.slice(0, 2);
  const given = args.map(Number);
  if (given.every(size => Number.isInteger(size) && size > 0)) return given;
  throw new InputError(
    'Give nothing, --quick, or numbers of requests, as: npm run bench -- 1000 10000',
  );
}

function isRun(message: unknown): message is { type: 'run'; run: Run } {
  return (message as { type?: string } | undefined)?.type === 'run';
}

/** A fresh process for each size, so that none inherits another's heap. */
async function main(args: string[]) {
  const runs: Run[] = [];
  for (const size of readSizes(args)) {
    process.stderr.write(`${size.toLocaleString('en-US')} requests …\n`);
    const child = startChild('variant.ts', [String(size)]);
    runs.push((await nextMessage(child, isRun)).run);
  }
  process.stdout.write(`${figuresTable(runs)}\n`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
