import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { launchBrowser } from '../support/browser';
import { repoPath } from '../support/paths';
import {
  namedPlatforms,
  startPlatforms,
  stopPlatforms,
  type TestPlatforms,
} from '../support/platforms';
import { startPortal } from '../support/portal';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';

const name = 'five-hundred';
const form = `/kratix/promises/eu-dev/${name}/new`;
const strokesPerField = 30;
const budgetMs = 50;

/**
 * How long a keystroke takes until it is painted, in the portal's own form
 * with 500 fields, all unfolded, on the built app.
 */
async function main(): Promise<number> {
  const browser = await launchBrowser();
  let platforms: TestPlatforms | undefined;
  let portal: Awaited<ReturnType<typeof startPortal>> | undefined;
  try {
    platforms = await startPlatforms();
    platforms.euDev.store.create(fiveHundred());
    portal = await startPortal(namedPlatforms(platforms));
    const context = await browser.newContext({
      baseURL: portal.url,
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await signIn(page, '/kratix');
    await page.goto(form);
    await settled(page);
    await page.getByLabel(/^Name/).first().waitFor();
    const drawn = await unfold(page);
    const taken = await typeEverywhere(page);
    return tell(drawn, taken);
  } finally {
    await browser.close();
    await portal?.stop();
    if (platforms) await stopPlatforms(platforms);
  }
}

function fiveHundred(): KubeObject {
  const file = repoPath(
    'plugins/kratix-common/src/testing/schemas/properties-500.yaml.gz',
  );
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name },
    spec: { api: parse(gunzipSync(readFileSync(file)).toString()) },
  };
}

/** Opens whatever is folded; answers with the number of inputs then drawn. */
async function unfold(page: Page): Promise<number> {
  const folded = page.locator(
    'main fieldset button[aria-expanded=false], main [id^="field"] button[aria-expanded=false], main button[aria-expanded=false][aria-controls]',
  );
  for (let most = 600; most > 0 && (await folded.count()) > 0; most -= 1) {
    await folded.first().click();
  }
  return page
    .locator('main')
    .locator('input, textarea, select, [role=combobox], [role=switch]')
    .count();
}

/** From the key to the frame that shows it, in milliseconds. */
async function typeEverywhere(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { keystrokes: taken });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // A message is handled once the frame was handed to the screen.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => taken.push(performance.now() - timeStamp);
        requestAnimationFrame(() => port2.postMessage(undefined));
      },
      { capture: true },
    );
  });
  const inputs = page.locator(
    'main input[type=text]:not([readonly]):not([disabled]):not([role=combobox])',
  );
  const count = await inputs.count();
  // The first is warm before it is measured: a person types more than once.
  const places = [0.1, 0.3, 0.5, 0.7, 0.9].map(part =>
    Math.floor(part * (count - 1)),
  );
  for (const at of places) {
    await inputs.nth(at).focus();
    for (let stroke = 0; stroke < strokesPerField; stroke += 1) {
      await page.keyboard.press('abcdefghij'[stroke % 10]);
      await page.waitForTimeout(60);
    }
  }
  const taken = await page.evaluate(() => Reflect.get(window, 'keystrokes'));
  if (!Array.isArray(taken)) throw new Error('Nothing was measured');
  return taken.map(Number);
}

function tell(drawn: number, taken: number[]): number {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const p95 = at(0.95);
  process.stdout.write(
    [
      `inputs drawn           ${drawn}`,
      `keystrokes             ${sorted.length}`,
      `keystroke to paint p50 ${at(0.5).toFixed(1)} ms`,
      `keystroke to paint p95 ${p95.toFixed(1)} ms (≤ ${budgetMs})`,
      `longest                ${at(1).toFixed(1)} ms`,
      '',
    ].join('\n'),
  );
  return p95 <= budgetMs ? 0 : 1;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
