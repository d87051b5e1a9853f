import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './chromium';

/**
 * A headless browser. Its flags are few on purpose: the packaged Chromium's own
 * list would also switch off web security and put every page in one process.
 *
 * @internal
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  return chromium.launch({
    executablePath,
    env: definedOnly(env),
    headless: true,
    args: [
      // Root, as in most containers, cannot have Chromium's sandbox.
      '--no-sandbox',
      // /dev/shm is 64 MB in a container, less than one page needs.
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
