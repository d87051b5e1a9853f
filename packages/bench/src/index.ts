import { figuresTable, type Figure, type Run } from './figures/table';
import { formsTable, measureForms } from './forms/measureForms';
import { marketplaceTable } from './marketplace/marketplaceTable';
import { readOptions } from './options';
import { nextMessage, startChild } from './processes/startChild';

function isRun(message: unknown): message is { type: 'run'; run: Run } {
  return (message as { type?: string } | undefined)?.type === 'run';
}

function hasFigures(
  message: unknown,
): message is { type: 'figures'; figures: Figure[] } {
  return (message as { type?: string } | undefined)?.type === 'figures';
}

/** A fresh process for each size, so that none inherits another's heap. */
async function main(args: string[]) {
  if (args[0] === 'forms') {
    process.stdout.write(`${formsTable(measureForms())}\n`);
    return;
  }
  if (args[0] === 'marketplace') {
    const child = startChild('marketplace/marketplaceChild.ts');
    const { figures } = await nextMessage(child, hasFigures);
    process.stdout.write(`${marketplaceTable(figures)}\n`);
    return;
  }
  const runs: Run[] = [];
  const { sizes, parts } = readOptions(args);
  for (const size of sizes) {
    const asked = parts(size);
    process.stderr.write(`${size.toLocaleString('en-US')} requests …\n`);
    if (!asked.includes('catalog')) {
      process.stderr.write(
        '  without the catalog, which takes longest: --catalog measures it, too\n',
      );
    }
    const child = startChild('variant.ts', [String(size), ...asked]);
    runs.push((await nextMessage(child, isRun)).run);
    // After each size, so that a larger one that fails takes nothing along.
    process.stdout.write(`${figuresTable(runs)}\n`);
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
