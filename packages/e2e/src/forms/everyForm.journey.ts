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
const promises = '/apis/platform.kratix.io/v1alpha1/promises';

// Their schemas are such that no API server takes them.
const refused = new Set([
  'bad-defaults',
  'missing-and-broken-schemas',
  'emissary-ingress-mapping',
]);

for (const folder of ['handmade', 'crds']) {
  test(
    `every API of ${folder} has a form that opens`,
    { timeout: 300_000, skip },
    () =>
      withPage(async (page, { euDev }) => {
        const all = promisesFromCrds(folder);
        for (const { name, object } of all) {
          const status = await applyObject(euDev, promises, object);
          assert.equal(status, refused.has(name) ? 422 : 201, name);
        }
        await signIn(page, '/kratix/promises');
        const errors: string[] = [];
        page.on('pageerror', error => errors.push(String(error)));
        for (const { name } of all.filter(one => !refused.has(one.name))) {
          await page.goto(`/kratix/promises/eu-dev/${name}/new`);
          await settled(page);
          await page.getByLabel(/^Name/).first().waitFor(patience);
          // As it opens nothing is wrong with it, and nothing went wrong.
          assert.equal(await page.locator('[aria-invalid="true"]').count(), 0);
          assert.deepEqual(errors, [], name);
          await screenshot(page, `form-${name}`);
        }
      }),
  );
}
