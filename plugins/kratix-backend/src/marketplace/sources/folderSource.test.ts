import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { folderSource } from './folderSource';

const directory = createMockDirectory();
const outside = createMockDirectory();
const root = () => directory.resolve('promises');

const read = (etag?: string) =>
  folderSource(root()).read({
    ...(etag && { etag }),
    previous: async () => undefined,
    signal: AbortSignal.timeout(10_000),
  });

const link = (target: string, path: string) =>
  symlinkSync(target, join(root(), path));

beforeEach(() => {
  directory.setContent({
    promises: {
      redis: {
        'promise.yaml': 'redis',
        'README.md': '# Redis',
        'logo.png': Buffer.from([1, 0]),
        'main.go': 'package main',
      },
      node_modules: { x: { 'promise.yaml': 'not ours' } },
    },
  });
  outside.setContent({ 'secret.yaml': 'secret' });
});

it('reads what belongs to a marketplace', async () => {
  expect(await read()).toMatchObject({
    files: [
      { path: 'redis/README.md', text: '# Redis' },
      { path: 'redis/promise.yaml', text: 'redis' },
    ],
    images: [{ path: 'redis/logo.png', contentType: 'image/png' }],
    findings: [],
  });
});

it.each<[string, () => void]>([
  [
    'a file is longer',
    () =>
      directory.addContent({
        promises: { redis: { 'promise.yaml': 'redis 2' } },
      }),
  ],
  [
    'a file is new',
    () =>
      directory.addContent({ promises: { kafka: { 'promise.yaml': 'k' } } }),
  ],
  ['a file is gone', () => directory.setContent({ promises: {} })],
])('reads again once %s, and not before', async (_what, change) => {
  const first = await read();
  const etag = first === 'unchanged' ? undefined : first.etag;
  expect(await read(etag)).toBe('unchanged');
  change();
  const second = await read(etag);
  expect(second).not.toBe('unchanged');
  expect(second).not.toMatchObject({ etag });
});

it('follows links within the folder, as mounted volumes have them', async () => {
  directory.addContent({ promises: { '..data': { 'kafka.yaml': 'kafka' } } });
  link('..data/kafka.yaml', 'kafka.yaml');
  expect(await read()).toMatchObject({
    files: expect.arrayContaining([{ path: 'kafka.yaml', text: 'kafka' }]),
    findings: [],
  });
});

it.each([
  ['to a file', () => link(outside.resolve('secret.yaml'), 'a.yaml')],
  ['by a relative path', () => link('../../../etc/hostname', 'a.yaml')],
  ['nowhere', () => link('gone.yaml', 'a.yaml')],
  ['to itself', () => link('a.yaml', 'a.yaml')],
])('refuses links that lead out: %s', async (_what, makeLink) => {
  makeLink();
  const reading = await read();
  expect(reading).toMatchObject({
    files: [{ path: 'redis/README.md' }, { path: 'redis/promise.yaml' }],
    findings: [
      {
        severity: 'warning',
        path: 'a.yaml',
        text: expect.stringContaining('leads out of the folder or nowhere'),
      },
    ],
  });
});

it('passes over folders that are links, which may lead in circles', async () => {
  link('.', 'again');
  link(outside.path, 'secrets');
  expect(await read()).toMatchObject({
    files: [{ path: 'redis/README.md' }, { path: 'redis/promise.yaml' }],
  });
});

it('takes nothing of a folder that is not there', async () => {
  directory.setContent({});
  await expect(read()).rejects.toThrow('It is not there');
});

it('takes nothing of what is no folder', async () => {
  directory.setContent({ promises: 'a file' });
  await expect(read()).rejects.toThrow('What config names is no folder.');
});
