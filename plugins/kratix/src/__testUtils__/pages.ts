const request =
  '/kratix/requests/eu-dev/postgresqls.data.example.com/payments/orders-db';
const promise = '/kratix/promises/eu-dev/postgresql';
const marketplace = '/kratix/promises/marketplace';
const listing = `${marketplace}/community/redis`;

/** Every page that shows something: its address, and its one heading. @internal */
export const shownPages = [
  ['Home', '/kratix', 'Home'],
  ['Requests', '/kratix/requests', /^Requests/],
  ['a request', request, 'orders-db'],
  ['steps of a request', `${request}/steps`, 'orders-db'],
  ['placement of a request', `${request}/placement`, 'orders-db'],
  ['relatives of a request', `${request}/related`, 'orders-db'],
  ['the manifest of a request', `${request}/manifest`, 'orders-db'],
  ['Promises', '/kratix/promises', /^Promises/],
  ['Promises as a table', '/kratix/promises?view=table', /^Promises/],
  ['a Promise', promise, 'PostgreSQL'],
  ['the API of a Promise', `${promise}/api`, 'PostgreSQL'],
  ['the requests of a Promise', `${promise}/requests`, 'PostgreSQL'],
  ['the marketplace', marketplace, /^Marketplace/],
  ['the marketplace as a table', `${marketplace}?view=table`, /^Marketplace/],
  ['a listing', listing, 'Redis'],
  ['the API of a listing', `${listing}/api`, 'Redis'],
  ['what a listing installs', `${listing}/contents`, 'Redis'],
  ['the manifest of a listing', `${listing}/manifest`, 'Redis'],
  ['Destinations', '/kratix/operate/destinations', /^Destinations/],
  ['a Destination', '/kratix/operate/destinations/eu-dev/worker-2', 'worker-2'],
  ['Platforms', '/kratix/operate/platforms', /^Platforms/],
  ['a platform', '/kratix/operate/platforms/us-dev', 'US development'],
  ['an unknown address', '/kratix/nowhere', 'No such page'],
] as const;

/** Every page on which something is asked for or changed. @internal */
export const writingPages = [
  ['a new request', `${promise}/new`],
  ['an edit of a request', `${request}/edit`],
  ['a copy of a request', `${request}/clone`],
  ['an install', `${listing}/install`],
] as const;
