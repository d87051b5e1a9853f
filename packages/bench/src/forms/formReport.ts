import { createControlPlane } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { KubeConfig } from '@kubernetes/client-node';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { callsWith } from './kubeCalls';
import { readApis, type FoundApi } from './readApis';
import { reportRow, severityOf, type ReportRow } from './reportRow';
import { reportText } from './reportText';
import { tryOnOwnServer, tryOnServer, type Verdicts } from './tryApi';

const usage = `npm run form-report -- [options] FILE-or-folder…

Tells how the portal shows the APIs of Promises and CRDs: how many fields have
an input of their own and how many are typed as YAML, what is simplified, and
whether an API server accepts requests generated from the schema.

  --verbose           all notes, with the place in the schema they speak of
  --json              the same for programs
  --all-versions      each version of an API, not only the one requests use
  --kubeconfig FILE   ask this cluster, where the API is installed, instead of
                      the embedded one; nothing is changed there
  --context NAME      of that file; default: its current one
  --namespace NAME    where requests are tried on it; default: default

Ends with 0 when all is well, with 1 when a generated request is refused or
something that the author wrote has no effect, with 2 when a file can't be read.`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: args.filter(arg => arg !== '--'),
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      verbose: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'all-versions': { type: 'boolean', default: false },
      kubeconfig: { type: 'string' },
      context: { type: 'string' },
      namespace: { type: 'string', default: 'default' },
    },
  });
  if (values.help || positionals.length === 0) {
    const to = values.help ? process.stdout : process.stderr;
    to.write(`${usage}\n`);
    return values.help ? 0 : 2;
  }
  // The person's own folder: the script runs from the repository.
  const from = process.env.INIT_CWD ?? process.cwd();
  const { apis, ...others } = readApis(
    positionals.map(path => resolve(from, path)),
    { from, allVersions: values['all-versions'] },
  );
  const server = values.kubeconfig
    ? someServer({ ...values, kubeconfig: resolve(from, values.kubeconfig) })
    : await ownServer();
  const rows: ReportRow[] = [];
  try {
    for (const found of apis) {
      rows.push(
        reportRow(found, await server.ask(found), () => performance.now()),
      );
    }
  } finally {
    await server.close();
  }
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ rows, ...others }, undefined, 2)}\n`
      : `${reportText(rows, others, values)}\n`,
  );
  return severityOf(rows, others.unreadable);
}

interface Server {
  ask(found: FoundApi): Promise<Verdicts>;
  close(): Promise<void>;
}

async function ownServer(): Promise<Server> {
  const plane = await createControlPlane({ storageDelayMs: 0, kratix: false });
  const config = new KubeConfig();
  config.loadFromString(plane.kubeconfig);
  const call = callsWith(config);
  return {
    ask: found => tryOnOwnServer(call, found),
    close: () => plane.close(),
  };
}

function someServer(options: {
  kubeconfig: string;
  context?: string;
  namespace: string;
}): Server {
  const config = new KubeConfig();
  config.loadFromFile(options.kubeconfig);
  if (options.context) config.setCurrentContext(options.context);
  const call = callsWith(config);
  return {
    ask: found => tryOnServer(call, found, options.namespace),
    close: async () => {},
  };
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
