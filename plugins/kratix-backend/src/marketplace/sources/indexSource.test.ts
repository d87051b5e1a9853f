import { Readable } from 'node:stream';
import type { MarketplaceIndexListing } from '@kratix-portal/backstage-plugin-kratix-common';
import type { MarketplaceSourceReading } from '@kratix-portal/backstage-plugin-kratix-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  cutShort,
  leadsTo,
  startLocalHost,
  type LocalHost,
} from '../../__testUtils__/localHost';
import { indexCalls } from './indexCalls';
import { IndexReach } from './indexReach';
import { indexSource } from './indexSource';

let host: LocalHost;
let elsewhere: LocalHost;
beforeEach(async () => {
  host = await startLocalHost();
  elsewhere = await startLocalHost();
});
afterEach(async () => {
  await host.close();
  await elsewhere.close();
});

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

/** Reads as the refresh does: with what was read before. */
async function read(
  previous?: MarketplaceSourceReading,
  allow: string[] = [],
): Promise<MarketplaceSourceReading | 'unchanged'> {
  const url = `${host.url}/shop/index.json`;
  const reach = new IndexReach(url, allow);
  const urlReader = mockServices.urlReader.mock();
  host.calls.splice(0);
  return indexSource({
    url,
    reach,
    isOpen: () => true,
    call: indexCalls({ reach, urlReader, integrations }),
  }).read({
    ...(previous?.etag && { etag: previous.etag }),
    previous: async () => previous,
    signal: AbortSignal.timeout(10_000),
  });
}

/** Fails the test where nothing was read. */
async function readNew(...args: Parameters<typeof read>) {
  const reading = await read(...args);
  if (reading === 'unchanged') throw new Error('It is unchanged');
  return reading;
}

function offer(...listings: Partial<MarketplaceIndexListing>[]) {
  host.answers['/shop/index.json'] = JSON.stringify({ version: 1, listings });
}

const redis = { name: 'redis', version: 'v1', promise: 'redis/promise.yaml' };
const kafka = { name: 'kafka', version: 'v1', promise: 'kafka/promise.yaml' };

const textOf = (reading: MarketplaceSourceReading, path: string) =>
  reading.files.find(file => file.path === path)?.text;

it('lays what it names out as a tree', async () => {
  offer({
    ...redis,
    summary: 'A cache.',
    readme: '/shop/redis/about.md',
    logo: 'redis/picture.PNG?size=2',
    example: `${host.url}/shop/redis/request.yaml`,
  });
  host.answers['/shop/redis/promise.yaml'] = 'kind: Promise';
  host.answers['/shop/redis/about.md'] = '# Redis';
  host.answers['/shop/redis/picture.PNG?size=2'] = Buffer.from([1, 0]);
  host.answers['/shop/redis/request.yaml'] = 'kind: Redis';
  const promiseUrl = `${host.url}/shop/redis/promise.yaml`;
  expect(await read()).toMatchObject({
    files: [
      { path: 'index.json' },
      {
        path: 'redis/promise.yaml',
        text: 'kind: Promise',
        summary: 'A cache.',
        webUrl: promiseUrl,
        publicUrl: promiseUrl,
      },
      { path: 'redis/README.md', text: '# Redis' },
      { path: 'redis/example.yaml', text: 'kind: Redis' },
    ],
    images: [
      {
        path: 'redis/logo.png',
        contentType: 'image/png',
        data: Buffer.from([1, 0]),
      },
    ],
    findings: [],
  });
});

it('keeps versions of one name apart', async () => {
  offer(redis, { ...redis, version: '../2', promise: 'two.yaml' });
  host.answers['/shop/redis/promise.yaml'] = 'one';
  host.answers['/shop/two.yaml'] = 'two';
  const reading = await readNew();
  expect(textOf(reading, 'redis/v1/promise.yaml')).toBe('one');
  expect(textOf(reading, 'redis/--2/promise.yaml')).toBe('two');
});

it('reads nothing again while the index is the same', async () => {
  offer(redis);
  host.answers['/shop/redis/promise.yaml'] = 'one';
  const first = await readNew();
  expect(await read(first)).toBe('unchanged');
  expect(host.calls).toEqual(['/shop/index.json']);
});

it('reads again only the listings whose entries changed', async () => {
  offer(redis, kafka);
  host.answers['/shop/redis/promise.yaml'] = 'redis 1';
  host.answers['/shop/kafka/promise.yaml'] = 'kafka 1';
  const first = await readNew();
  offer(redis, { ...kafka, version: 'v2' });
  host.answers['/shop/redis/promise.yaml'] = 'not told by the index';
  host.answers['/shop/kafka/promise.yaml'] = 'kafka 2';
  const second = await readNew(first);
  expect(host.calls).toEqual(['/shop/index.json', '/shop/kafka/promise.yaml']);
  expect(textOf(second, 'redis/promise.yaml')).toBe('redis 1');
  expect(textOf(second, 'kafka/promise.yaml')).toBe('kafka 2');
});

describe('one listing that can not be read', () => {
  const broken: [string, () => LocalHost['answers'][string], string][] = [
    ['answers 500', () => 500, 'Its host answered with 500.'],
    ['is cut', () => cutShort('x'.repeat(1000)), 'The connection ended before'],
    ['is gone', () => 404, 'It is not there'],
    ['is too long', () => 'x'.repeat(1_000_001), 'It is longer than 1,000 KB.'],
    [
      'leads to another host',
      () => leadsTo(`${elsewhere.url}/shop/promise.yaml`),
      'It leads out of what the source may read',
    ],
    [
      'leads out of the folder',
      () => leadsTo('/private'),
      'It leads out of what the source may read',
    ],
    [
      'leads round in circles',
      () => leadsTo('/shop/kafka/promise.yaml'),
      'It redirects more than 5 times.',
    ],
  ];

  it.each(broken)(
    '%s: the others are there',
    async (_what, answer, problem) => {
      offer(redis, kafka);
      host.answers['/shop/redis/promise.yaml'] = 'redis';
      host.answers['/shop/kafka/promise.yaml'] = answer();
      elsewhere.answers['/shop/promise.yaml'] = 'stolen';
      host.answers['/private'] = 'stolen';
      const reading = await readNew();
      expect(reading.files.map(({ path }) => path)).toEqual([
        'index.json',
        'redis/promise.yaml',
      ]);
      expect(reading.findings).toEqual([
        {
          severity: 'broken',
          path: 'kafka/promise.yaml',
          text: expect.stringContaining(problem),
        },
      ]);
      expect(elsewhere.calls).toEqual([]);
      expect(host.calls).not.toContain('/private');
    },
  );

  it.each(broken)(
    '%s: what was read before stays, and is tried again',
    async (_what, answer, problem) => {
      offer(redis, kafka);
      host.answers['/shop/redis/promise.yaml'] = 'redis';
      host.answers['/shop/kafka/promise.yaml'] = 'kafka 1';
      const first = await readNew();
      offer(redis, { ...kafka, version: 'v2' });
      host.answers['/shop/kafka/promise.yaml'] = answer();
      const second = await readNew(first);
      expect(textOf(second, 'kafka/promise.yaml')).toBe('kafka 1');
      expect(second.findings).toEqual([
        {
          severity: 'warning',
          path: 'kafka/promise.yaml',
          text: expect.stringMatching(
            new RegExp(`^This is what was read before. ${problem}`),
          ),
        },
      ]);

      host.answers['/shop/kafka/promise.yaml'] = 'kafka 2';
      const third = await readNew(second);
      expect(textOf(third, 'kafka/promise.yaml')).toBe('kafka 2');
      expect(third.findings).toEqual([]);
    },
  );
});

it('reads nothing where nothing of it can be read', async () => {
  offer(redis, kafka);
  host.answers['/shop/redis/promise.yaml'] = 500;
  host.answers['/shop/kafka/promise.yaml'] = 500;
  await expect(read()).rejects.toThrow('Its host answered with 500.');
});

it.each<[string, () => LocalHost['answers'][string], string]>([
  ['is gone', () => 404, 'It is not there'],
  ['has trouble', () => 503, 'Its host answered with 503.'],
  ['is cut', () => cutShort('{"version": 1}'), 'The connection ended before'],
  ['is a page', () => '<html>', 'It is no index'],
  ['is of another format', () => '{"version": 9}', 'It is no index'],
  ['has moved', () => leadsTo(elsewhere.url), 'It leads out of what'],
])('takes nothing of an index that %s', async (_what, answer, problem) => {
  host.answers['/shop/index.json'] = answer();
  await expect(read()).rejects.toThrow(problem);
  expect(elsewhere.calls).toEqual([]);
});

describe('an address that an index names', () => {
  const outside = () => [
    `${elsewhere.url}/shop/redis.yaml`,
    '/other/redis.yaml',
    '../redis.yaml',
    '%2e%2e/redis.yaml',
    'sub/..%2f..%2fredis.yaml',
    'file:///etc/passwd',
    `http://user:secret@${new URL(host.url).host}/shop/redis.yaml`,
  ];

  it('is not called outside of the folder', async () => {
    for (const promise of outside()) {
      offer({ ...redis, promise });
      const { findings } = await readNew();
      expect(findings).toEqual([
        expect.objectContaining({
          severity: 'broken',
          path: 'redis/promise.yaml',
          text: expect.stringContaining(
            'leads out of what the source may read',
          ),
        }),
      ]);
      expect(host.calls).toEqual(['/shop/index.json']);
    }
    expect(elsewhere.calls).toEqual([]);
  });

  it('is called where config allows it', async () => {
    offer(
      { ...redis, promise: `${elsewhere.url}/open/redis.yaml` },
      { ...kafka, promise: `${elsewhere.url}/opened/kafka.yaml` },
    );
    elsewhere.answers['/open/redis.yaml'] = 'redis';
    const { findings } = await readNew(undefined, [`${elsewhere.url}/open`]);
    expect(elsewhere.calls).toEqual(['/open/redis.yaml']);
    expect(findings).toMatchObject([{ path: 'kafka/promise.yaml' }]);
  });
});

it('tells which entries it left out', async () => {
  offer(redis, { name: 'nothing else' });
  host.answers['/shop/redis/promise.yaml'] = 'redis';
  const { findings } = await readNew();
  expect(findings).toEqual([
    {
      severity: 'broken',
      path: 'index.json',
      text: expect.stringContaining('Entry 2 is left out'),
    },
  ]);
});

it('reads files of a repository by its host, with its credentials', async () => {
  const url = 'https://github.com/acme/shop/blob/main/index.json';
  const reach = new IndexReach(url, []);
  const readUrl = jest.fn(async (address: string) => {
    if (address.endsWith('/kafka/promise.yaml')) throw new Error('x, 502 Bad');
    const text = address.endsWith('index.json')
      ? JSON.stringify({ version: 1, listings: [redis, kafka] })
      : 'redis';
    return { buffer: async () => Buffer.from(text), etag: 'e1' };
  });
  const urlReader = mockServices.urlReader.mock({ readUrl });
  const source = indexSource({
    url,
    reach,
    isOpen: () => false,
    call: indexCalls({ reach, urlReader, integrations }),
  });
  expect(
    await source.read({
      previous: async () => undefined,
      signal: AbortSignal.timeout(10_000),
    }),
  ).toEqual({
    files: [
      expect.objectContaining({ path: 'index.json' }),
      {
        path: 'redis/promise.yaml',
        text: 'redis',
        // Not one that Kratix could fetch, which has no credentials.
        webUrl: 'https://github.com/acme/shop/blob/main/redis/promise.yaml',
      },
    ],
    images: [],
    findings: [
      expect.objectContaining({ text: 'Its host answered with 502.' }),
    ],
    revision: 'e1',
  });
});

it('stops reading a file of a repository that is too long', async () => {
  const address = 'https://github.com/acme/shop/blob/main/index.json';
  let sent = 0;
  const endless = new Readable({
    read() {
      sent += 1;
      this.push(Buffer.alloc(1000));
    },
  });
  const urlReader = mockServices.urlReader.mock({
    readUrl: async () => ({
      buffer: async () => Buffer.alloc(0),
      stream: () => endless,
    }),
  });
  const reach = new IndexReach(address, []);
  const call = indexCalls({ reach, urlReader, integrations });
  const signal = AbortSignal.timeout(10_000);
  await expect(call(address, { bytes: 5000, signal })).rejects.toThrow(
    'It is longer than 5 KB.',
  );
  expect(endless.destroyed).toBe(true);
  expect(sent).toBeLessThan(100);
});
