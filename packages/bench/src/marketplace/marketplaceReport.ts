import { parseArgs } from 'node:util';
import { readMarketplace } from '@kratix-portal/backstage-plugin-kratix-common';
import { reportOf } from './reportOf';
import { readSourceAt } from './sourceAt';

const usage = `npm run marketplace-report -- [--config FILE] FOLDER-or-URL

Prints the Promises that a marketplace finds in a folder, in a tree such as
https://github.com/acme/promises/tree/main/stable, or in an index (an address
that ends with .json), and what is odd or broken about them.

  --config FILE   app-config with the integrations that open private trees

Ends with 0, with 1 after warnings, with 2 after anything broken or where
nothing could be read.`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: args.filter(arg => arg !== '--'),
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      config: { type: 'string' },
    },
  });
  const [place, ...more] = positionals;
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (!place || more.length > 0) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const {
    files,
    images,
    findings = [],
  } = await readSourceAt(place, {
    // The person's own folder: the script runs from the repository.
    from: process.env.INIT_CWD ?? process.cwd(),
    configFile: values.config,
  });
  const reading = readMarketplace(files, {
    annotationPrefix: 'kratix-portal.io/',
    images: images.map(({ path }) => path),
  });
  const { text, exitCode } = reportOf({
    ...reading,
    findings: [...reading.findings, ...findings],
  });
  process.stdout.write(`${text}\n`);
  return exitCode;
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${why}\n`);
    process.exitCode = 2;
  },
);
