import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import express from 'express';
import supertest from 'supertest';
import { fakeSources } from '../__testUtils__/fakeSources';
import { promiseFile } from '../__testUtils__/promiseFiles';
import { Callers } from '../http/Callers';
import { Freshnesses } from '../platforms/Freshnesses';
import { createMarketplaceRoutes } from './marketplaceRoutes';
import { MarketplaceService } from './MarketplaceService';

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';

function start(denied: string[] = []) {
  const platforms = fakePlatforms({ platforms: [{ id: 'eu', objects: [] }] });
  const marketplace = new MarketplaceService({
    sources: fakeSources({
      id: 'tools',
      files: {
        'sql/aws/promise.yaml': promiseFile('sql', {
          version: 'v1',
          kind: 'Sql',
        }),
        'sql/aws/README.md': '![A](a.png) ![B](b.html)',
        'bad/promise.yaml': 'kind: [ # platform.kratix.io',
      },
      images: {
        'sql/aws/logo.svg': {
          contentType: 'image/svg+xml',
          data: Buffer.from(svg),
        },
        'sql/aws/b.html': { contentType: 'text/html', data: Buffer.from(svg) },
      },
    }),
    settings: { externalImages: false },
    platforms,
    freshness: new Freshnesses({ platforms }),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async asked =>
      asked.map(({ permission }) => ({
        result: denied.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
  });
  const callers = new Callers({
    httpAuth: mockServices.httpAuth(),
    userInfo: mockServices.userInfo(),
  });
  const app = express()
    .use(createMarketplaceRoutes({ callers, permissions, marketplace }))
    .use(mockErrorHandler());
  return (path: string, identity = mockCredentials.user.header()) =>
    supertest(app).get(path).set('authorization', identity);
}

const routes = [
  {
    one: '/marketplace',
    malformed: '/marketplace?state=splendid',
  },
  {
    one: '/marketplace/tools/sql~aws',
    missing: '/marketplace/tools/sql~gcp',
    malformed: '/marketplace/tools/sql%2Faws',
  },
  {
    one: '/marketplace/tools/sql~aws/files?path=sql/aws/logo.svg',
    missing: '/marketplace/tools/sql~aws/files?path=sql/aws/a.png',
    malformed: '/marketplace/tools/sql~aws/files',
  },
];

describe.each(routes)('GET $one', ({ one, missing, malformed }) => {
  type Case = [string, number, string, string, string[]];
  const read = ['kratix.marketplace.read'];
  const user = mockCredentials.user.header();
  const nobody = mockCredentials.none.header();
  const forged = mockCredentials.user.invalidHeader();
  const service = mockCredentials.service.header();
  const ofMissing: Case[] = missing
    ? [
        ['an unknown one', 404, missing, user, []],
        // 404 would tell that the others exist.
        ['a denied user, unknown', 403, missing, user, read],
      ]
    : [];
  it.each<Case>([
    ['no identity', 401, one, nobody, []],
    ['a forged identity', 401, one, forged, []],
    ['a service', 403, one, service, []],
    ['a denied user', 403, one, user, read],
    ['a denied user, malformed', 403, malformed, user, read],
    ['a malformed call', 400, malformed, user, []],
    ['an allowed user', 200, one, user, []],
    ...ofMissing,
  ])('answers %s with %i', async (_who, status, path, identity, denied) => {
    const answer = await start(denied)(path, identity);
    expect(answer.status).toBe(status);
  });
});

it('says what a person may do, and shows what is broken to installers', async () => {
  const allowed = await start()('/marketplace');
  expect(allowed.body).toMatchObject({ mayInstall: true, total: 2 });
  const denied = await start(['kratix.promise.install'])('/marketplace');
  expect(denied.body).toMatchObject({ mayInstall: false, total: 1 });
  const { body } = await start(['kratix.promise.upgrade'])(
    '/marketplace/tools/sql~aws',
  );
  expect(body.allowed).toEqual({
    install: true,
    upgrade: false,
    uninstall: true,
  });
});

it.each(['kratix.platform.read', 'kratix.promise.read'])(
  'shows no platform to who lacks %s',
  async permission => {
    const { body } = await start([permission])('/marketplace');
    expect(body.items[0].installs).toEqual([]);
    expect(body.freshness).toEqual([]);
  },
);

it('serves images as nobody’s page, and once', async () => {
  const call = start();
  const path = '/marketplace/tools/sql~aws/files?path=sql/aws/logo.svg';
  const { headers, body } = await call(path);
  expect(body.toString()).toBe(svg);
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': expect.stringMatching(/^private/),
    etag: expect.stringMatching(/^"[\w-]{43}"$/),
  });
  const again = await call(path).set('if-none-match', headers.etag);
  expect(again.status).toBe(304);
});

it('never serves a page as an image', async () => {
  const page = '/marketplace/tools/sql~aws/files?path=sql/aws/b.html';
  expect((await start()(page)).status).toBe(404);
});
