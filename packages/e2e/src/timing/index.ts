import { launchBrowser } from '../support/browser';
import { buildApp } from '../support/buildApp';
import { startPortalOn } from '../support/portal';
import type { PlatformsConfig } from '../support/portalConfig';
import { timePages } from './timePages';
import { warm } from './warm';

/** How long a first sync may take. */
const patienceMs = 5 * 60_000;

interface Task {
  platforms: PlatformsConfig;
  /** So many, named `instance-1` and on. */
  requests: number;
}

/**
 * A process that is told of platforms, times a browser on a portal over them,
 * and says what it took.
 */
async function main({ platforms, requests }: Task) {
  await buildApp();
  const portal = await startPortalOn(() => platforms, { idleCatalog: true });
  try {
    await warm(portal.url, { requests, timeoutMs: patienceMs });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({
        baseURL: portal.url,
        viewport: { width: 1440, height: 900 },
      });
      process.send?.({
        type: 'timings',
        timings: await timePages(page, requests),
      });
    } finally {
      await browser.close();
    }
  } finally {
    await portal.stop();
  }
  // Who asked may have gone as soon as it was told.
  if (process.connected) process.disconnect();
}

process.once('message', (task: Task) => {
  main(task).catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});
