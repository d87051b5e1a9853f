import { measureStream } from './activity/measureStream';
import { measureBrowser } from './browser/measureBrowser';
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
async function main(requests: number, parts: string[]) {
  const sandbox = await SandboxPlatform.start(requests);
  say(`the platform holds ${sandbox.ready.requests}`);
  const figures = await measureCache(sandbox);
  say('the cache is measured');

  // A catalog that takes over thousands of entities for the first time keeps
  // both cores busy for minutes: lists and the stream are measured without it.
  const kratix = await startBackend(sandbox, { catalog: false });
  figures.push(...(await measureLists(kratix, sandbox.ready.requests)));
  say('the lists are measured');
  figures.push(...(await measureStream(kratix, sandbox)));
  say('the stream is measured');
  await kratix.stop();

  if (parts.includes('catalog')) {
    const started = performance.now();
    const catalog = await startBackend(sandbox, { catalog: true });
    figures.push(...(await measureCatalog(catalog, sandbox, started)));
    say('the catalog is measured');
    await catalog.stop();
  }
  if (parts.includes('browser')) {
    figures.push(...(await measureBrowser(sandbox)));
    say('the browser is measured');
  }
  await sandbox.end();
  const run: Run = { requests: sandbox.ready.requests, figures };
  process.send?.({ type: 'run', run });
  process.disconnect();
}

const [requests, ...parts] = process.argv.slice(2);
main(Number(requests), parts).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
