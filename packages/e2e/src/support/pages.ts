const checkout =
  '/kratix/requests/eu-dev/appenvironments.apps.example.io/payments/checkout';

const dataPipeline = '/kratix/promises/marketplace/sandbox/data-pipeline';

/** Every page that has something to show, by the name of its picture. @internal */
export const pages: readonly (readonly [name: string, path: string])[] = [
  ['home', '/kratix'],
  ['requests', '/kratix/requests'],
  ['promises', '/kratix/promises'],
  ['promise', '/kratix/promises/eu-dev/postgresql'],
  ['promise-api', '/kratix/promises/eu-dev/postgresql/api'],
  ['promise-requests', '/kratix/promises/eu-dev/postgresql/requests'],
  ['form-new', '/kratix/promises/eu-dev/postgresql/new'],
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
  ['destination', '/kratix/operate/destinations/eu-dev/worker-eu-1'],
  ['platforms', '/kratix/operate/platforms'],
];
