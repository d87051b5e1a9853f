import { ConfigReader } from '@backstage/config';
import { KubeConfig } from '@kubernetes/client-node';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kratixDefinitions } from '../crds';
import { callKube } from '../testing';
import { createControlPlane } from './controlPlane';
import { readRecording } from '../recordings';
import { createSandbox } from './createSandbox';
import { refuseProduction } from './productionGuard';
import { readSandboxOptions } from './sandboxConnection';

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

describe('createSandbox', () => {
  it('is a platform that installs a Promise', async () => {
    const sandbox = await createSandbox({ speed: 50, storageDelayMs: 0 });
    const { store } = sandbox;
    try {
      const { spec } = {
        spec: {
          api: {
            apiVersion: 'apiextensions.k8s.io/v1',
            kind: 'CustomResourceDefinition',
            metadata: { name: 'caches.demo.example.org' },
            spec: {
              group: 'demo.example.org',
              scope: 'Namespaced',
              names: { plural: 'caches', kind: 'Cache' },
              versions: [
                {
                  name: 'v1',
                  served: true,
                  storage: true,
                  schema: {
                    openAPIV3Schema: {
                      type: 'object',
                      properties: { spec: { type: 'object' } },
                    },
                  },
                },
              ],
            },
          },
        },
      };
      const available = new Promise<void>(resolve => {
        const stop = store.onChange(({ object }) => {
          const status = object.status as { status?: string } | undefined;
          if (object.kind !== 'Promise' || status?.status !== 'Available') {
            return;
          }
          stop();
          resolve();
        });
      });
      const target = {
        url: sandbox.url,
        ca: sandbox.ca,
        token: sandbox.adminToken,
      };
      const { code } = await callKube(target, {
        method: 'POST',
        path: '/apis/platform.kratix.io/v1alpha1/promises',
        body: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Promise',
          metadata: { name: 'cache' },
          spec,
        },
      });
      expect(code).toBe(201);
      await available;
      expect(store.kind('demo.example.org', 'caches')).toBeDefined();
    } finally {
      await sandbox.close();
    }
  });

  it('hands out a kubeconfig by which the portal may do everything, and nobody else', async () => {
    const plane = await createControlPlane();
    try {
      const config = new KubeConfig();
      config.loadFromString(plane.portalKubeconfig);
      const cluster = config.getCurrentCluster();
      const target = {
        url: cluster?.server ?? '',
        ca: Buffer.from(cluster?.caData ?? '', 'base64').toString(),
        token: config.getCurrentUser()?.token,
      };
      const path = '/apis/platform.kratix.io/v1alpha1/promises';
      expect((await callKube(target, { path })).code).toBe(200);
      const guess = { ...target, token: 'admin' };
      expect((await callKube(guess, { path })).code).toBe(401);
      expect(new URL(target.url).hostname).toBe('127.0.0.1');
    } finally {
      await plane.close();
    }
  });

  it('listens to nobody but this machine', async () => {
    const plane = await createControlPlane();
    const { port } = new URL(plane.url);
    // Another address of the loopback stands for every other one there is.
    const reaches = (host: string) =>
      new Promise<boolean>(resolve => {
        const socket = connect({ port: Number(port), host });
        socket.once('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    try {
      expect(await reaches('127.0.0.1')).toBe(true);
      expect(await reaches('127.0.0.2')).toBe(false);
    } finally {
      await plane.close();
    }
  });

  it('tells of what goes wrong in the simulated Kratix', async () => {
    const errors: unknown[] = [];
    let reads = 0;
    const sandbox = await createSandbox({
      onError: error => errors.push(error),
      simulator: {
        // The webhook reads it first, and then the controller.
        sources: () => {
          reads += 1;
          if (reads > 1) throw new Error('the disk is gone');
          const labels = { 'kratix.io/promise-version': 'v1.1.0' };
          const metadata = { name: 'redis', labels };
          return JSON.stringify({ kind: 'Promise', metadata });
        },
      },
    });
    try {
      const told = new Promise<void>(resolve => {
        const look = () =>
          errors.length > 0 ? resolve() : setTimeout(look, 5);
        look();
      });
      sandbox.store.create({
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'PromiseRelease',
        metadata: { name: 'redis' },
        spec: {
          version: 'v1.1.0',
          sourceRef: { type: 'http', url: 'https://example.org/redis.yaml' },
        },
      });
      await told;
      expect(errors).toContainEqual(new Error('the disk is gone'));
    } finally {
      await sandbox.close();
    }
  });
});

describe('the API of a new kind', () => {
  it('refuses lists for a while, and lets a create wait', async () => {
    // Time stands still until the test says otherwise.
    let now = Date.now();
    const storageDelayMs = 100;
    const plane = await createControlPlane({
      kratix: false,
      storageDelayMs,
      now: () => new Date(now),
    });
    try {
      const [definition] = kratixDefinitions();
      plane.store.create(definition);
      const target = { url: plane.url, ca: plane.ca, token: plane.adminToken };
      const path = '/apis/platform.kratix.io/v1alpha1/promises';
      const early = await callKube(target, { path });
      expect(early.body).toMatchObject({
        code: 429,
        message: 'storage is (re)initializing',
      });
      const before = performance.now();
      const { code } = await callKube(target, {
        method: 'POST',
        path,
        body: {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Promise',
          metadata: { name: 'early' },
          spec: {},
        },
      });
      expect(code).toBe(201);
      // Timers are a little early sometimes.
      expect(performance.now() - before).toBeGreaterThan(storageDelayMs - 5);
      now += storageDelayMs;
      expect((await callKube(target, { path })).code).toBe(200);
    } finally {
      await plane.close();
    }
  });
});

describe('a played recording', () => {
  it('shows what was recorded, with its own uids', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kratix-recording-'));
    const recording = join(folder, 'one.ndjson');
    const object = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Destination',
      metadata: {
        name: 'worker-1',
        uid: '11111111-2222-3333-4444-555555555555',
        creationTimestamp: '2026-01-02T03:04:05Z',
        generation: 7,
      },
      spec: { path: 'worker-1' },
    };
    writeFileSync(
      recording,
      [
        { scenario: 'one', seconds: 1, steps: [] },
        { t: 0, type: 'ADDED', initial: true, object },
      ]
        .map(line => JSON.stringify(line))
        .join('\n'),
    );
    const sandbox = await createSandbox({
      recording: readRecording(recording),
    });
    try {
      const { body } = await callKube(
        { url: sandbox.url, ca: sandbox.ca, token: sandbox.portalToken },
        { path: '/apis/platform.kratix.io/v1alpha1/destinations/worker-1' },
      );
      expect(body.metadata).toMatchObject({
        uid: object.metadata.uid,
        generation: 7,
      });
    } finally {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('refuseProduction', () => {
  const start = (nodeEnv: string, allowInProduction?: boolean) => () =>
    refuseProduction({ allowInProduction }, nodeEnv);

  it.each([
    ['development', undefined],
    ['test', false],
    ['production', true],
  ])('starts with NODE_ENV %s, allowed: %s', (nodeEnv, allowed) => {
    expect(start(nodeEnv, allowed)).not.toThrow();
  });

  it.each([
    ['production', undefined],
    ['production', false],
  ])('does not with NODE_ENV %s, allowed: %s', (nodeEnv, allowed) => {
    expect(start(nodeEnv, allowed)).toThrow('kratix.sandbox.allowInProduction');
  });
});

describe('readSandboxOptions', () => {
  const read = (sandbox: object) =>
    readSandboxOptions('eu', new ConfigReader({ sandbox: { ...sandbox } }));

  it('is busy where nothing is said', () => {
    expect(read({})).toMatchObject({ name: 'eu', scenario: 'busy', speed: 1 });
  });

  it.each([
    [{ scenario: 'quiet' }, 'kratix.platforms.eu.sandbox.scenario: use one of'],
    [
      { recording: 'none.ndjson' },
      "kratix.platforms.eu.sandbox.recording: none.ndjson can't be read",
    ],
    [{ speed: 0 }, 'kratix.platforms.eu.sandbox.speed: must be above 0'],
    [{ port: 65_536 }, 'kratix.platforms.eu.sandbox.port: 65536 is no'],
    [{ requests: -1 }, 'kratix.platforms.eu.sandbox.requests: -1 is no'],
    [{ scenaro: 'busy' }, 'kratix.platforms.eu.sandbox.scenaro: not known'],
    [
      { scenario: 'busy', recording: 'one.ndjson' },
      "kratix.platforms.eu.sandbox.recording: not together with 'scenario'",
    ],
  ])('refuses %j by its key', (sandbox, message) => {
    expect(() => read(sandbox)).toThrow(message);
  });
});
