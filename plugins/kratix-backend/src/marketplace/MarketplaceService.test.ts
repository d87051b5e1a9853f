import {
  listingListQuerySchema,
  type ListingListQuery,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { parse } from 'yaml';
import { fakeSources, type FakeSource } from '../__testUtils__/fakeSources';
import { promiseFile } from '../__testUtils__/promiseFiles';
import { Freshnesses } from '../platforms/Freshnesses';
import {
  MarketplaceService,
  type MarketplaceViewer,
} from './MarketplaceService';

const redis = (version: string) =>
  promiseFile('redis', {
    version,
    kind: 'Redis',
    annotations: { 'kratix-portal.io/category': 'Databases' },
  });

const tools: FakeSource = {
  id: 'tools',
  files: {
    'redis/promise.yaml': redis('v0.2.0'),
    'redis/README.md': '# Redis\n\nA cache.\n\n![Shape](shape.png)\n',
    'stack/promise.yaml': promiseFile('stack', {
      kind: 'Stack',
      spec: { requiredPromises: [{ name: 'redis', version: 'v0.2.0' }] },
    }),
    'agent/promise.yaml': promiseFile('agent', {
      version: '2024-01',
      spec: { dependencies: [{ apiVersion: 'v1', kind: 'Namespace' }] },
    }),
    'odd/promise.yaml': 'apiVersion: platform.kratix.io/v1alpha1\nkind: [',
    'odder/promise.yaml': promiseFile('No_Name', { version: 'v1' }),
  },
  images: {
    'redis/shape.png': { contentType: 'image/png', data: Buffer.from('png') },
    'redis/other.png': { contentType: 'image/png', data: Buffer.from('no') },
    'redis/logo.svg': {
      contentType: 'image/svg+xml',
      data: Buffer.from('<svg/>'),
    },
  },
};

const others: FakeSource = {
  id: 'others',
  files: { 'redis/promise.yaml': redis('v0.1.0') },
};

const installer: MarketplaceViewer = {
  allowed: { install: true, upgrade: true, uninstall: true },
  seesInstalls: true,
};
const reader: MarketplaceViewer = {
  allowed: { install: false, upgrade: false, uninstall: false },
  seesInstalls: true,
};

const objectOf = (text: string): KubeObject => parse(text);

function setup(...sources: FakeSource[]) {
  const platforms = fakePlatforms({
    platforms: [
      { id: 'eu', objects: [objectOf(redis('v0.1.0'))] },
      { id: 'us', objects: [] },
    ],
  });
  const kept = fakeSources(...(sources.length ? sources : [tools, others]));
  const service = new MarketplaceService({
    sources: kept,
    settings: { externalImages: false },
    platforms,
    freshness: new Freshnesses({ platforms }),
  });
  service.start();
  const list = (query: ListingListQuery = {}, viewer = installer) =>
    service.list(listingListQuerySchema.parse(query), viewer);
  const entries = (query?: ListingListQuery, viewer?: MarketplaceViewer) =>
    list(query, viewer).items.map(one => `${one.source}/${one.entry}`);
  return { platforms, sources: kept, service, list, entries };
}

describe('the list', () => {
  it.each<[ListingListQuery, string[]]>([
    [{ q: 'CACHE' }, ['tools/redis']],
    [{ q: 'databases spec.size' }, ['others/redis', 'tools/redis']],
    [{ q: 'nothing' }, []],
    [{ q: 'stack redis' }, []],
    [{ source: ['others'] }, ['others/redis']],
    [{ category: ['Databases'] }, ['others/redis', 'tools/redis']],
    [{ kind: ['Stack'] }, ['tools/stack']],
    [{ tag: ['compound'] }, ['tools/stack']],
    [{ tag: ['software'] }, ['tools/agent']],
    [{ tag: ['broken'] }, ['tools/odder', 'tools/odd']],
    [{ state: ['update'] }, ['tools/redis']],
    [{ state: ['update', 'installed'] }, ['others/redis', 'tools/redis']],
    [{ state: ['update'], platform: ['us'] }, []],
    [
      { state: ['not-installed'], platform: ['eu'], tag: ['requestable'] },
      ['tools/stack'],
    ],
    [{ size: 2, page: 2, tag: ['requestable'] }, ['tools/stack']],
  ])('%j finds %j', (query, expected) => {
    expect(setup().entries(query).sort()).toEqual(expected.sort());
  });

  it.each<[ListingListQuery, string[]]>([
    [
      { sort: 'source', tag: ['requestable'] },
      ['others/redis', 'tools/redis', 'tools/stack'],
    ],
    [
      { sort: 'state', tag: ['versioned'] },
      ['tools/redis', 'others/redis', 'tools/agent', 'tools/odder'],
    ],
    [
      { sort: 'category', dir: 'desc', q: 'redis' },
      ['tools/redis', 'others/redis'],
    ],
  ])('%j gives %j, in this order', (query, expected) => {
    expect(setup().entries(query)).toEqual(expected);
  });

  it('counts what each choice would give', () => {
    const { facets, total } = setup().list({ source: ['tools'] }, reader);
    expect(total).toBe(3);
    expect(facets.source).toEqual([
      { value: 'tools', title: 'Source tools', count: 3 },
      { value: 'others', title: 'Source others', count: 1 },
    ]);
    expect(facets.tag).toEqual([
      { value: 'requestable', count: 2 },
      { value: 'versioned', count: 2 },
      { value: 'compound', count: 1 },
      { value: 'software', count: 1 },
    ]);
    // One is on a platform and not on the other.
    expect(facets.state).toEqual([
      { value: 'not-installed', count: 3 },
      { value: 'update', count: 1 },
    ]);
  });

  it('says what each platform has', () => {
    const { list } = setup();
    const [mine] = list({ source: ['tools'], kind: ['Redis'] }).items;
    expect(mine).toMatchObject({
      title: 'Redis',
      summary: 'A cache.',
      logo: 'redis/logo.svg',
      sameName: 1,
      installs: [
        {
          platform: 'eu',
          state: 'update',
          version: 'v0.1.0',
          confidence: 'likely',
        },
        { platform: 'us', state: 'not-installed' },
      ],
    });
  });

  it('says nothing of platforms to who may not read them', () => {
    const blind = { ...reader, seesInstalls: false };
    const page = setup().list({}, blind);
    expect(page.items.flatMap(one => one.installs)).toEqual([]);
    expect(page.freshness).toEqual([]);
    expect(page.facets.state).toEqual([]);
  });

  it('keeps what is broken from who may not install', () => {
    const { list } = setup();
    const all = list({});
    expect(all.items.filter(one => one.problem)).toMatchObject([
      { name: 'No_Name', problem: expect.stringContaining('Kubernetes') },
      { name: 'odd/promise.yaml', problem: expect.stringContaining('YAML') },
    ]);
    expect(all.sources[0]).toMatchObject({ listings: 3, broken: 2 });
    const some = list({}, reader);
    expect(some.items.filter(one => one.problem)).toEqual([]);
    expect(some.total).toBe(all.total - 2);
    expect(some.sources[0]).toMatchObject({ listings: 3, broken: 0 });
    expect(JSON.stringify(some)).not.toContain('odd');
  });
});

describe('what it remembers', () => {
  it('follows the sources', () => {
    const { sources, entries } = setup();
    expect(entries({ source: ['others'] })).toEqual(['others/redis']);
    sources.become(tools);
    expect(entries({ source: ['others'] })).toEqual([]);
  });

  it('follows the platforms', () => {
    const { platforms, entries } = setup();
    expect(entries({ state: ['installed'] })).toEqual(['others/redis']);
    platforms.get('us').apply(objectOf(redis('v0.2.0')));
    expect(entries({ state: ['installed'] }).sort()).toEqual([
      'others/redis',
      'tools/redis',
    ]);
    platforms.get('us').remove(objectOf(redis('v0.2.0')));
    expect(entries({ state: ['installed'] })).toEqual(['others/redis']);
  });

  it('does not say of what was never read that it is absent', () => {
    const { platforms, list } = setup();
    platforms.get('us').setFacts({ kinds: [] });
    const [item] = list({ source: ['others'] }).items;
    expect(item.installs).toMatchObject([
      { platform: 'eu', state: 'installed' },
      { platform: 'us', state: 'unknown' },
    ]);
  });
});

describe('one listing', () => {
  const ref = { source: 'tools', entry: 'redis' };

  it('has all that its page shows', async () => {
    const detail = await setup().service.get(ref, installer);
    expect(detail).toMatchObject({
      readme: expect.stringContaining('A cache.'),
      readmeFolder: 'redis',
      images: ['redis/shape.png'],
      externalImages: false,
      webUrl: 'https://git.example.com/redis/promise.yaml',
      revision: 'abc123',
      readAt: '2026-01-01T00:00:00Z',
      manifest: expect.stringContaining('kind: Promise'),
      fields: [{ path: 'spec' }, { path: 'spec.size' }],
      examples: { minimal: expect.stringContaining('kind: Redis') },
      others: [{ source: 'others', entry: 'redis', version: 'v0.1.0' }],
      allowed: installer.allowed,
      installs: [{ platform: 'eu', state: 'update' }, { platform: 'us' }],
    });
  });

  it.each([
    ['an unknown entry', { source: 'tools', entry: 'kafka' }],
    ['an unknown source', { source: 'nowhere', entry: 'redis' }],
    ['a broken one', { source: 'tools', entry: 'odd' }],
    ['one with a bad name', { source: 'tools', entry: 'odder' }],
  ])('is not found by %s', async (_what, missing) => {
    const message = `There is no listing '${missing.entry}' in source '${missing.source}'`;
    const { service } = setup();
    await expect(service.get(missing, reader)).rejects.toThrow(message);
  });

  it('tells those who may install why there is none', async () => {
    const { service } = setup();
    const odd = { source: 'tools', entry: 'odd' };
    await expect(service.get(odd, installer)).rejects.toThrow(
      /^'odd' of source 'tools' is broken\. It is no valid YAML/,
    );
    const odder = { source: 'tools', entry: 'odder' };
    const detail = await service.get(odder, installer);
    expect(detail.findings).toMatchObject([{ severity: 'broken' }]);
  });

  it('may be there in a source that was not read yet', async () => {
    const { service } = setup({ id: 'tools', view: { state: 'waiting' } });
    await expect(service.get(ref, installer)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('is found for others in the backend', () => {
    const { service } = setup();
    expect(service.find(ref)?.listing.version).toBe('v0.2.0');
    expect(service.find({ ...ref, entry: 'odd' })).toBeUndefined();
    expect(service.mustFind(ref)).toBe(service.find(ref));
    expect(() => service.mustFind({ ...ref, entry: 'x' })).toThrow("'x'");
    expect(service.named('redis').map(one => one.source)).toEqual([
      'tools',
      'others',
    ]);
    expect(service.named('kafka')).toEqual([]);
    // Broken: nobody is to be offered it.
    expect(service.named('No_Name')).toEqual([]);
  });
});

describe('its images', () => {
  const ref = { source: 'tools', entry: 'redis' };

  it.each(['redis/logo.svg', 'redis/shape.png'])(
    'are served: %s',
    async path => {
      const image = await setup().service.file(ref, path, reader);
      expect(image.path).toBe(path);
    },
  );

  it.each([
    'redis/other.png',
    'redis/README.md',
    'redis/promise.yaml',
    'redis/../redis/logo.svg',
    '../secret.png',
  ])('are no other files: %s', async path => {
    const { service } = setup();
    await expect(service.file(ref, path, installer)).rejects.toThrow(
      'The listing has no such image',
    );
  });
});
