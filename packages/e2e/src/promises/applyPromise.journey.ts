import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { repoPath } from '../support/paths';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const promise = repoPath('../shared/kratix/marketplace/jenkins/promise.yaml');
const hasKubectl =
  spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status ===
  0;
const lacking = [
  !existsSync(promise) && `${promise} is not there`,
  !hasKubectl && 'kubectl is not installed',
].find(reason => reason);

const name = 'builds';
const patience = { timeout: 90_000 };

test(
  'a Promise applied with kubectl appears, and a request for it becomes ready',
  { timeout: 240_000, skip: lacking },
  async () => {
    await withPage(async (page, { euDev }) => {
      await signIn(page, '/kratix/promises');
      await settled(page);
      await kubectl(euDev.kubeconfig, ['apply', '-f', promise]);
      // Nothing is loaded again: the new Promise comes over the stream.
      await page
        .getByRole('link', { name: 'Jenkins', exact: true })
        .waitFor(patience);
      await screenshot(page, 'promises-applied');

      await page.getByRole('link', { name: 'Jenkins', exact: true }).click();
      await page
        .getByRole('button', { name: 'Request Jenkins' })
        .click(patience);
      await page.getByRole('textbox', { name: /^Name/ }).fill(name);
      await page.getByText('This name is free.').waitFor();
      await page.getByRole('button', { name: 'Review' }).click();
      await page.getByRole('button', { name: 'Create now' }).click(patience);
      await page.waitForURL(
        `**/kratix/requests/eu-dev/jenkins.marketplace.kratix.io/payments/${name}`,
      );
      await page
        .getByRole('heading', { level: 2, name: 'Ready' })
        .waitFor(patience);
    });
  },
);

// Not synchronously: the platform that kubectl talks to is this very process.
async function kubectl(kubeconfig: string, args: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kratix-portal-kubectl-'));
  try {
    const file = join(folder, 'kubeconfig');
    writeFileSync(file, kubeconfig, { mode: 0o600 });
    await promisify(execFile)('kubectl', ['--kubeconfig', file, ...args]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
