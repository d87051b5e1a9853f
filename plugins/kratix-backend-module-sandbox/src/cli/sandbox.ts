import { chmod, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createSandbox } from '../sandbox/createSandbox';
import { refuseProduction } from '../sandbox/productionGuard';

const usage = `Usage: npm run sandbox -- [--port PORT] [--kubeconfig FILE] [--empty | --scenario NAME]

  --port PORT        where it listens on the loopback (any free port)
  --kubeconfig FILE  where to write the administrator's kubeconfig (sandbox.kubeconfig)
  --empty            begin with nothing but Kratix itself
  --scenario NAME    begin with empty, busy (as without), broken or many
  --allow-in-production
                     start although NODE_ENV is production`;

const scenarios = ['empty', 'busy', 'broken', 'many'] as const;

function arguments_() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      kubeconfig: { type: 'string', default: 'sandbox.kubeconfig' },
      empty: { type: 'boolean', default: false },
      scenario: { type: 'string', default: 'busy' },
      'allow-in-production': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const name = values.empty ? 'empty' : values.scenario;
  const scenario = scenarios.find(one => one === name);
  const port = Number(values.port ?? 0);
  if (!scenario) throw new Error(`There is no scenario ${name}.\n\n${usage}`);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port ${values.port} is no port.\n\n${usage}`);
  }
  return {
    port,
    scenario,
    kubeconfig: values.kubeconfig,
    allowInProduction: values['allow-in-production'],
    help: values.help,
  };
}

async function main() {
  const { help, kubeconfig, port, scenario, allowInProduction } = arguments_();
  if (help) {
    console.log(usage);
    return;
  }
  refuseProduction({ allowInProduction });
  const sandbox = await createSandbox({
    port,
    scenario,
    onError: error => console.error(error),
  });
  // Whoever can read the file is administrator of the sandbox.
  await writeFile(kubeconfig, sandbox.kubeconfig, { mode: 0o600 });
  // The mode above is that of a new file alone.
  await chmod(kubeconfig, 0o600);
  console.log(
    `A sandbox of Kratix listens on ${sandbox.url}. Nothing is ever delivered.\n\n` +
      `  kubectl --kubeconfig ${kubeconfig} get promises\n\nCtrl-C ends it.`,
  );
  // Timers of the sandbox keep nothing alive; its server does.
  const end = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? 'That port is in use: end the program that has it, or choose another with --port.'
      : error.message,
  );
  process.exitCode = 1;
});
