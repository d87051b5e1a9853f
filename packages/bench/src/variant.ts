import { measureStream } from './activity/measureStream';
import { measureCatalog } from './catalog/measureCatalog';
import type { Run } from './figures/table';
import { measureCache } from './platforms/measureCache';
import { SandboxPlatform } from './platforms/SandboxPlatform';
import { startBackend } from './processes/startBackend';
import { measureLists } from './requests/measureLists';

function say(what: string) {
  process.stderr.write(`  ${what}\n`);
}

process.on('disconnect', () => process.exit());

/** One size, start to end; the figures go to the parent. */
async function main(requests: number) {
  const sandbox = await SandboxPlatform.start(requests);
  say(`the platform holds ${sandbox.ready.requests}`);
  const figures = await measureCache(sandbox);
  say('the cache is measured');
  const started = performance.now();
  const backend = await startBackend(sandbox);
  figures.push(...(await measureLists(backend, sandbox.ready.requests)));
  say('the lists are measured');
  figures.push(...(await measureStream(backend, sandbox)));
  say('the stream is measured');
  figures.push(...(await measureCatalog(backend, sandbox, started)));
  await backend.stop();
  await sandbox.end();
  const run: Run = { requests: sandbox.ready.requests, figures };
  process.send?.({ type: 'run', run });
  process.disconnect();
}

main(Number(process.argv[2])).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
