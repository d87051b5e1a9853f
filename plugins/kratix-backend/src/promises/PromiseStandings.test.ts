import {
  kratixLabels,
  promiseDetailSchema,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { anObject } from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { parse } from 'yaml';
import { fakeSources } from '../__testUtils__/fakeSources';
import { startInstallPortal } from '../__testUtils__/installPortal';
import { promiseFile } from '../__testUtils__/promiseFiles';

const cache = (version: string) =>
  promiseFile('cache', { version, kind: 'Cache' });

const origin = { 'kratix-portal.io/marketplace-listing': 'tools/cache' };

function installed(labels: Record<string, string> = {}): KubeObject {
  const promise: KubeObject = parse(cache('v1.0.0'));
  const { metadata } = promise;
  return {
    ...promise,
    metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
  };
}

let portals: { stop(): void }[] = [];
afterEach(() => {
  portals.forEach(portal => portal.stop());
  portals = [];
});

async function standing(
  options: {
    objects?: KubeObject[];
    denied?: string[];
    mayManage?: (caller: unknown, verb: string, what: string) => boolean;
  } = {},
) {
  const { objects = [installed()], denied, mayManage } = options;
  const portal = startInstallPortal({
    platforms: fakePlatforms({ platforms: [{ id: 'eu', objects, mayManage }] }),
    sources: fakeSources(
      {
        id: 'others',
        files: {
          'newest/promise.yaml': cache('v3.0.0'),
          'older/promise.yaml': cache('v0.9.0'),
          'odd/promise.yaml': cache('2024-01'),
          'other/promise.yaml': promiseFile('cache', {
            version: 'v9.0.0',
            kind: 'Other',
          }),
        },
      },
      { id: 'tools', files: { 'cache/promise.yaml': cache('v2.0.0') } },
    ),
    denied,
  });
  portals.push(portal);
  const { status, body } = await portal.call('get', '/promises/eu/cache');
  expect(status).toBe(200);
  expect(promiseDetailSchema.safeParse(body).success).toBe(true);
  return body;
}

it('names what is newer, the newest first, of the same API alone', async () => {
  const { updates, origin: from } = await standing();
  expect(updates).toEqual([
    { source: 'others', entry: 'newest', version: 'v3.0.0' },
    { source: 'tools', entry: 'cache', version: 'v2.0.0' },
  ]);
  expect(from).toBeUndefined();
});

it('of one that knows its listing only that listing’s is newer', async () => {
  const promise = installed();
  const body = await standing({
    objects: [
      { ...promise, metadata: { ...promise.metadata, annotations: origin } },
    ],
  });
  expect(body.origin).toEqual({ source: 'tools', entry: 'cache' });
  expect(body.updates).toEqual([
    { source: 'tools', entry: 'cache', version: 'v2.0.0' },
  ]);
});

it('says nothing of the marketplace to who may not read it', async () => {
  const body = await standing({ denied: ['kratix.marketplace.read'] });
  expect(body.updates).toBeUndefined();
  expect(body.allowed).toEqual({ upgrade: true, uninstall: true });
});

it.each([
  [['kratix.promise.upgrade'], { upgrade: false, uninstall: true }],
  [['kratix.promise.uninstall'], { upgrade: true, uninstall: false }],
])('without %j it offers %j', async (denied, allowed) => {
  expect((await standing({ denied })).allowed).toEqual(allowed);
});

it('asks the cluster about what would be written', async () => {
  const asked: string[] = [];
  const mayManage = (_caller: unknown, verb: string, what: string) => {
    asked.push(`${verb} ${what}`);
    return verb === 'update';
  };
  const kept = installed({ [kratixLabels.promiseReleaseName]: 'cache' });
  const objects = [kept, anObject('PromiseRelease', { name: 'cache' })];
  const { allowed } = await standing({ objects, mayManage });
  expect(allowed).toEqual({ upgrade: true, uninstall: false });
  expect(asked.sort()).toEqual([
    'delete promisereleases',
    'update promisereleases',
  ]);
});

it('a cluster that can’t be asked allows nothing', async () => {
  const mayManage = () => {
    throw new Error('It is away');
  };
  const { allowed } = await standing({ mayManage });
  expect(allowed).toEqual({ upgrade: false, uninstall: false });
});
