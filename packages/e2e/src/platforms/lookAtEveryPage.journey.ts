import { test } from 'node:test';
import { checkAccessibility } from '../support/accessibility';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const checkout =
  '/kratix/requests/eu-dev/appenvironments.apps.example.io/payments/checkout';

const dataPipeline = '/kratix/promises/marketplace/sandbox/data-pipeline';

const pages = [
  ['requests', '/kratix/requests'],
  ['promises', '/kratix/promises'],
  ['promise', '/kratix/promises/eu-dev/postgresql'],
  ['promise-api', '/kratix/promises/eu-dev/postgresql/api'],
  ['promise-requests', '/kratix/promises/eu-dev/postgresql/requests'],
  ['marketplace', '/kratix/promises/marketplace'],
  ['listing', dataPipeline],
  ['listing-contents', `${dataPipeline}/contents`],
  [
    'upgrade',
    '/kratix/promises/marketplace/sandbox/static-site/install?platform=eu-dev&step=preflight',
  ],
  ['request', checkout],
  ['request-steps', `${checkout}/steps`],
  ['request-placement', `${checkout}/placement`],
  ['request-related', `${checkout}/related`],
  ['request-manifest', `${checkout}/manifest`],
  ['destinations', '/kratix/operate/destinations'],
  ['platforms', '/kratix/operate/platforms'],
];

for (const [name, path] of pages) {
  test(`the page ${name} is there for everyone`, { timeout: 60_000 }, () =>
    withPage(async page => {
      await signIn(page, path);
      await settled(page);
      await screenshot(page, name);
      await checkAccessibility(page);
    }),
  );
}
