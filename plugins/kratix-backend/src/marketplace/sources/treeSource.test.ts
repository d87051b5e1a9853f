import { archiveOf, startGitHost } from '../../__testUtils__/gitHost';
import { cutShort } from '../../__testUtils__/localHost';
import { readingLimits } from './readingLimits';
import { treeSource } from './treeSource';

let host: Awaited<ReturnType<typeof startGitHost>>;
beforeEach(async () => {
  host = await startGitHost();
});
afterEach(() => host.close());

const read = (options: { etag?: string; url?: string } = {}) =>
  treeSource({
    url: options.url ?? host.tree,
    isPublic: false,
    urlReader: host.urlReader,
    integrations: host.integrations,
  }).read({
    ...options,
    previous: async () => undefined,
    signal: AbortSignal.timeout(10_000),
  });

it('reads what belongs to a marketplace, and where it is', async () => {
  const promise = 'kind: Promise';
  host.push(
    'a1',
    await archiveOf({
      'redis/promise.yaml': promise,
      'redis/README.md': '# Redis',
      'redis/logo.svg': '<svg/>',
      'redis/main.go': 'package main',
      'redis/internal/x.yaml': 'a: 1',
    }),
  );
  const reading = await read();
  expect(reading).toEqual({
    files: [
      expect.objectContaining({ path: 'redis/README.md', text: '# Redis' }),
      {
        path: 'redis/promise.yaml',
        text: promise,
        webUrl: `${host.tree}/redis/promise.yaml`,
      },
    ],
    images: [
      {
        path: 'redis/logo.svg',
        contentType: 'image/svg+xml',
        data: Buffer.from('<svg/>'),
      },
    ],
    findings: [],
    etag: 'a1'.padEnd(40, '0'),
    revision: 'a1'.padEnd(40, '0'),
  });
});

it('reads a folder of a repository', async () => {
  host.push(
    'a1',
    await archiveOf({ 'x/promise.yaml': 'a: 1', 'y/promise.yaml': 'a: 2' }),
  );
  const reading = await read({ url: `${host.tree}/y` });
  expect(reading).toMatchObject({
    files: [{ path: 'promise.yaml', text: 'a: 2' }],
  });
});

it('asks for no archive while the commit is the same', async () => {
  host.push('a1', await archiveOf({ 'promise.yaml': 'a: 1' }));
  const first = await read();
  const etag = first === 'unchanged' ? undefined : first.etag;
  expect(await read({ etag })).toBe('unchanged');
  expect(host.archivesRead()).toBe(1);
});

describe('takes nothing of a tree', () => {
  it.each<[string, (whole: Buffer) => Parameters<typeof host.push>[1], string]>(
    [
      ['whose connection is cut', cutShort, 'The connection ended before all'],
      [
        'whose archive is cut',
        whole => whole.subarray(0, whole.length / 2),
        'The connection ended before all',
      ],
      ['whose host has trouble', () => 502, 'There are no files'],
      ['that is a page', () => '<html>Log in</html>', 'There are no files'],
    ],
  )('%s', async (_what, answer, problem) => {
    const noise = Array.from({ length: 20_000 }, () => Math.random());
    const whole = await archiveOf({
      'a/promise.yaml': 'a: 1',
      'b/promise.yaml': `b: [${noise.join(', ')}]`,
    });
    host.push('a1', answer(whole));
    await expect(read()).rejects.toThrow(problem);
  });

  it('that is not there', async () => {
    await expect(read()).rejects.toThrow('It is not there');
  });

  it('that nobody lets Backstage read', async () => {
    const url = 'https://other.example.com/acme/promises';
    await expect(read({ url })).rejects.toThrow(
      'name its host in an integration or in backend.reading.allow',
    );
  });

  it('with too many files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: readingLimits.files + 1 }, (_, at) => [
        `p${at}.yaml`,
        '',
      ]),
    );
    host.push('a1', await archiveOf(files));
    await expect(read()).rejects.toThrow('It holds more than 5,000 files');
  });

  it('that unpacks to more than it may, however small it comes', async () => {
    const zeros = Buffer.alloc(readingLimits.textBytes, ' ');
    const many = readingLimits.allBytes / readingLimits.textBytes + 1;
    const files = Object.fromEntries(
      Array.from({ length: many }, (_, at) => [`p${at}.yaml`, zeros]),
    );
    const archive = await archiveOf(files);
    expect(archive.length).toBeLessThan(1_000_000);
    host.push('a1', archive);
    await expect(read()).rejects.toThrow('more than 50 MB together');
  });
});

it('leaves out a file that is too long, and says so', async () => {
  host.push(
    'a1',
    await archiveOf({
      'a/promise.yaml': 'a: 1',
      'b/promise.yaml': Buffer.alloc(readingLimits.textBytes + 1, ' '),
      'b/logo.png': Buffer.alloc(readingLimits.imageBytes + 1),
      'c/promise.yaml': Buffer.from([0, 1, 2]),
    }),
  );
  expect(await read()).toMatchObject({
    files: [{ path: 'a/promise.yaml' }],
    images: [],
    findings: expect.arrayContaining([
      {
        severity: 'broken',
        path: 'b/promise.yaml',
        text: 'It has 1,001 KB; 1,000 KB are read at most.',
      },
      {
        severity: 'note',
        path: 'b/logo.png',
        text: 'It has 257 KB; 256 KB are read at most.',
      },
      { severity: 'broken', path: 'c/promise.yaml', text: 'It is no text.' },
    ]),
  });
});

it('keeps its limits with readers of buckets, which know no filter', async () => {
  const content = jest.fn(async () => Buffer.from('a: 1'));
  const huge = async () => Buffer.alloc(readingLimits.textBytes + 1, ' ');
  const source = treeSource({
    url: host.tree,
    isPublic: false,
    urlReader: {
      ...host.urlReader,
      readTree: async () => ({
        etag: '',
        files: async () => [
          { path: 'a/promise.yaml', content },
          { path: 'a/main.go', content },
          { path: '../../etc/promise.yaml', content },
          { path: '/etc/promise.yaml', content },
          { path: 'b/promise.yaml', content: huge },
        ],
        archive: () => Promise.reject(new Error('not asked for')),
        dir: () => Promise.reject(new Error('not asked for')),
      }),
    },
    integrations: host.integrations,
  });
  const reading = await source.read({
    previous: async () => undefined,
    signal: AbortSignal.timeout(10_000),
  });
  expect(content).toHaveBeenCalledTimes(1);
  expect(reading).toMatchObject({
    files: [{ path: 'a/promise.yaml', text: 'a: 1' }],
    findings: [{ severity: 'broken', path: 'b/promise.yaml' }],
  });
});

it('waits no longer than it may', async () => {
  host.push('a1', () => {});
  const stop = new AbortController();
  const late = treeSource({
    url: host.tree,
    isPublic: false,
    // A reader that never answers and heeds no signal.
    urlReader: { ...host.urlReader, readTree: () => new Promise(() => {}) },
    integrations: host.integrations,
  }).read({ previous: async () => undefined, signal: stop.signal });
  stop.abort(new DOMException('too late', 'TimeoutError'));
  await expect(late).rejects.toThrow('It took longer than 60 seconds to read.');
});
