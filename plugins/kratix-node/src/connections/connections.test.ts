import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readClusterUrl } from './clusterUrl';
import { builtInConnections } from '.';

const folder = mkdtempSync(join(tmpdir(), 'connections-'));
const path = join(folder, 'kubeconfig.yaml');

beforeAll(() =>
  writeFileSync(
    path,
    JSON.stringify({
      'current-context': 'one',
      clusters: [
        { name: 'one', cluster: { server: 'https://one.example.org' } },
        { name: 'bad', cluster: { server: 'https://169.254.169.254' } },
      ],
      users: [{ name: 'me', user: { token: 'sesame' } }],
      contexts: [
        { name: 'one', context: { cluster: 'one', user: 'me' } },
        { name: 'bad', context: { cluster: 'bad', user: 'me' } },
        { name: 'nobody', context: { cluster: 'one', user: 'stranger' } },
      ],
    }),
  ),
);
afterAll(() => rmSync(folder, { recursive: true }));

async function connect(key: string, config: JsonObject, root: JsonObject = {}) {
  const kind = builtInConnections.find(one => one.key === key);
  if (!kind) throw new Error(`No connection kind ${key}`);
  const { kubeConfig } = await kind.connect({
    platform: 'eu',
    config: new ConfigReader(config),
    rootConfig: new ConfigReader(root),
  });
  return {
    server: kubeConfig.getCurrentCluster()?.server,
    user: kubeConfig.getCurrentUser(),
    cluster: kubeConfig.getCurrentCluster(),
  };
}

describe('kubeconfig', () => {
  it('takes the current context or the one that is named', async () => {
    const { server, user } = await connect('kubeconfig', {
      kubeconfig: { path },
    });
    expect(server).toBe('https://one.example.org');
    expect(user?.token).toBe('sesame');
    await connect('kubeconfig', { kubeconfig: { path, context: 'one' } });
  });

  it.each([
    [
      'a file that is not there',
      { path: join(folder, 'none') },
      `kratix.platforms.eu.kubeconfig.path: there is no file '${folder}`,
    ],
    [
      'a relative path, saying where it leads',
      { path: 'none/kubeconfig' },
      `there is no file '${resolve('none/kubeconfig')}'`,
    ],
    [
      'a folder',
      { path: folder },
      `kratix.platforms.eu.kubeconfig.path: the backend cannot read '${folder}'`,
    ],
    [
      'a context that is not there',
      { path, context: 'two' },
      "kratix.platforms.eu.kubeconfig.context: no context 'two'",
    ],
    [
      'a context without user',
      { path, context: 'nobody' },
      'names no cluster or no user',
    ],
    ['a dangerous server', { path, context: 'bad' }, 'link-local'],
  ])('refuses %s', async (_what, kubeconfig, message) => {
    await expect(connect('kubeconfig', { kubeconfig })).rejects.toThrow(
      message,
    );
  });

  it('a file that is no kubeconfig is not quoted', async () => {
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'token: [sesame');
    const error: Error = await connect('kubeconfig', {
      kubeconfig: { path: wrong },
    }).catch(reason => reason);
    expect(error.message).toContain('cannot be read as kubeconfig');
    expect(error.message).not.toContain('sesame');
  });
});

describe('url', () => {
  it('takes a token, or a file with one', async () => {
    const { server, user } = await connect('url', {
      url: 'https://k8s.example.org/base/',
      token: 'sesame',
    });
    expect(server).toBe('https://k8s.example.org/base');
    expect(user?.token).toBe('sesame');
    const other = await connect('url', {
      url: 'https://k8s.example.org',
      tokenFile: path,
      skipTLSVerify: true,
    });
    expect(other.user?.authProvider?.config).toEqual({ tokenFile: path });
    expect(other.cluster?.skipTLSVerify).toBe(true);
  });

  it('not both', async () => {
    await expect(
      connect('url', { url: 'https://x.org', token: 'a', tokenFile: 'b' }),
    ).rejects.toThrow(
      "kratix.platforms.eu.token: not together with 'tokenFile'",
    );
  });
});

describe('cluster', () => {
  const root = (cluster: JsonObject) => ({
    kubernetes: {
      clusterLocatorMethods: [
        { type: 'catalog' },
        {
          type: 'config',
          clusters: [
            { name: 'prod', url: 'https://p.example.org', ...cluster },
          ],
        },
      ],
    },
  });

  it('is the one that the Kubernetes plugin has', async () => {
    const { server, user } = await connect(
      'cluster',
      { cluster: 'prod' },
      root({ authProvider: 'serviceAccount', serviceAccountToken: 'sesame' }),
    );
    expect(server).toBe('https://p.example.org');
    expect(user?.token).toBe('sesame');
  });

  it.each<[string, string, JsonObject, string]>([
    [
      'that is not there',
      'test',
      { authProvider: 'serviceAccount' },
      "no cluster 'test'",
    ],
    [
      'that wants a person',
      'prod',
      { authProvider: 'google' },
      'needs authProvider serviceAccount',
    ],
    [
      'without token',
      'prod',
      { authProvider: 'serviceAccount' },
      'needs authProvider serviceAccount',
    ],
  ])('refuses one %s', async (_what, cluster, more, message) => {
    await expect(connect('cluster', { cluster }, root(more))).rejects.toThrow(
      `kratix.platforms.eu.cluster: `,
    );
    await expect(connect('cluster', { cluster }, root(more))).rejects.toThrow(
      message,
    );
  });
});

it('inCluster says when the backend is in none', async () => {
  await expect(connect('inCluster', { inCluster: {} })).rejects.toThrow(
    'kratix.platforms.eu.inCluster: the backend does not run in a cluster',
  );
});

describe('the address of an API server', () => {
  it.each([
    ['https://k8s.example.org', 'https://k8s.example.org'],
    ['https://10.0.0.1:6443/', 'https://10.0.0.1:6443'],
    ['http://127.0.0.1:8001', 'http://127.0.0.1:8001'],
    ['http://[::1]:8001', 'http://[::1]:8001'],
  ])('%s is one', (given, read) => {
    expect(readClusterUrl('key', given)).toBe(read);
  });

  it.each([
    ['k8s.example.org', 'is no URL'],
    ['http://k8s.example.org', 'use https'],
    ['file:///etc/passwd', 'use https'],
    ['https://me:sesame@k8s.example.org', 'without user'],
    ['https://k8s.example.org/?x=1', 'without user'],
    ['https://169.254.169.254', 'link-local'],
    ['http://metadata.google.internal', 'link-local'],
    ['https://[fe80::1]', 'link-local'],
  ])('%s is none', (given, message) => {
    expect(() => readClusterUrl('key', given)).toThrow(`key: `);
    expect(() => readClusterUrl('key', given)).toThrow(message);
    expect(() => readClusterUrl('key', given)).not.toThrow('sesame');
  });
});
