import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { Children } from './lib/children.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { interruption } from './lib/interruption.mjs';
import { createLogFilter } from './lib/logFilter.mjs';
import { repoPath } from './lib/paths.mjs';
import { portalProcesses } from './lib/portal.mjs';
import { readPortalConfig } from './lib/portalConfig.mjs';
import { portalReady } from './lib/portalReady.mjs';
import { checkPorts } from './lib/ports.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { configFiles, parseStartArgs, startHelp } from './lib/startArgs.mjs';

const logFile = 'data/portal.log';

await runMain(async argv => {
  const options = parseStartArgs(argv);
  if (options.help) {
    console.log(startHelp);
    return 0;
  }
  const files = configFiles(options, {
    root: repoPath(),
    cwd: process.env.INIT_CWD ?? process.cwd(),
    exists: existsSync,
  });
  await ensureInstalled();
  const portal = await readPortalConfig(files);
  await checkPorts([
    { what: 'backend', ...portal.listen },
    { what: 'frontend', port: portOf(portal.appUrl) },
  ]);
  return run(portal, files, options);
});

/** Runs the portal until somebody or something ends it; the exit code. */
async function run(portal, files, { verbose }) {
  const children = new Children();
  const ending = new AbortController();
  const interrupted = interruption({ onSecond: () => children.kill() }).then(
    () => {
      ending.abort();
      console.log('\nEnding the portal …');
      return 0;
    },
  );

  mkdirSync(repoPath('data'), { recursive: true });
  const log = createWriteStream(repoPath(logFile));
  console.log(`Starting the portal, its log is in ${logFile} …`);
  const startedAt = Date.now();
  for (const one of portalProcesses(files)) {
    const isShown = verbose ? () => true : createLogFilter();
    children.start({
      ...one,
      onLine: line => {
        const labelled = `[${one.name}] ${line}`;
        log.write(`${labelled}\n`);
        if (isShown(line)) {
          console.log(labelled);
        }
      },
    });
  }
  portalReady(portal, {
    signal: ending.signal,
    onStep: step => console.log(`Ready: ${step}`),
  }).then(
    () => {
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      console.log(
        `\nThe portal answers at ${portal.appUrl} (after ${seconds} s). Ctrl-C ends it.\n`,
      );
    },
    // Aborted: the portal is on its way out and nobody waits for it.
    () => {},
  );

  const died = children.firstExit.then(({ name, code }) => {
    ending.abort();
    return new Problem(
      `The ${name} ended by itself (${code}), so the portal was ended: the last lines of [${name}] above say why.`,
    );
  });
  const outcome = await Promise.race([interrupted, died]);
  await children.stop();
  log.end();
  if (outcome instanceof Problem) {
    throw outcome;
  }
  return outcome;
}

function portOf(url) {
  const { port, protocol } = new URL(url);
  return Number(port || (protocol === 'https:' ? 443 : 80));
}
