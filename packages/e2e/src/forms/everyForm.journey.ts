import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { applyObject } from '../support/applyObject';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { promisesFromCrds, sharedForms } from '../support/sharedApis';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const skip = existsSync(sharedForms) ? false : `${sharedForms} is not there`;
const patience = { timeout: 60_000 };

for (const folder of ['handmade', 'crds']) {
  test(
    `every API of ${folder} has a form that opens`,
    { timeout: 300_000, skip },
    () =>
      withPage(async (page, { euDev }) => {
        const promises = promisesFromCrds(folder);
        for (const { object } of promises) {
          await applyObject(
            euDev,
            '/apis/platform.kratix.io/v1alpha1/promises',
            object,
          );
        }
        await signIn(page, '/kratix/promises');
        for (const { name } of promises) {
          await page.goto(`/kratix/promises/eu-dev/${name}/new`);
          await settled(page);
          await page.getByLabel('Name').first().waitFor(patience);
          await screenshot(page, `form-${name}`);
          const alerts = await page.getByText(/went wrong|Error:/).count();
          assert.equal(alerts, 0, `${name} opens without an error`);
        }
      }),
  );
}
