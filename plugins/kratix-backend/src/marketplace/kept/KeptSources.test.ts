import type { SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type {
  MarketplaceReadOptions,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { portalDatabases } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import type { Knex } from 'knex';
import { promiseFile } from '../../__testUtils__/promiseFiles';
import { KeptSources } from './KeptSources';
import { LargeFiles } from './LargeFiles';
import { MarketplaceStore } from './MarketplaceStore';
import { migrated } from './migrate';
import { SourceReader, type ConfiguredSource } from './SourceReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [...portalDatabases],
  disableDocker: true,
});

type Read = (
  options: MarketplaceReadOptions,
) => Promise<MarketplaceSourceReading | 'unchanged'>;

/** A source whose next reads a test decides. */
function aSource(id: string, read: Read, digest = 'one'): ConfiguredSource {
  return { id, title: id, type: 'tree', digest, source: { read } };
}

const holding =
  (...names: string[]): Read =>
  async () => ({
    files: names.map(name => ({
      path: `${name}/promise.yaml`,
      text: promiseFile(name),
    })),
    images: [],
    etag: names.join(),
  });

const failing: Read = async () => {
  throw new Error('Its host answered with 502.');
};

function aSignal() {
  let resolve = () => {};
  const promise = new Promise<void>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

let minute = 0;
const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute));
beforeEach(() => {
  minute = 0;
});

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise(resolve => setImmediate(resolve));
}

/** One process of the portal over a database. */
function aReplica(knex: Knex, ...sources: ConfiguredSource[]) {
  return scheduledReplica(knex, sources, async () => {});
}

function scheduledReplica(
  knex: Knex,
  sources: ConfiguredSource[],
  scheduleTask: SchedulerService['scheduleTask'],
  reads: {
    large?: Pick<LargeFiles, 'read' | 'stop'>;
    clock?: () => number;
  } = {},
) {
  const store = new MarketplaceStore(knex);
  const logger = mockServices.logger.mock();
  const kept = new KeptSources({
    sources,
    store,
    reader: new SourceReader({ store, logger, now }),
    scheduler: mockServices.scheduler.mock({ scheduleTask }),
    schedule: { frequency: { minutes: 15 }, timeout: { minutes: 1 } },
    logger,
    annotationPrefix: 'kratix-portal.io/',
    large: new LargeFiles({ logger }),
    ...reads,
  });
  const ready = kept.look();
  return {
    kept,
    store,
    logger,
    ready,
    names: (id = 'shop') =>
      kept
        .snapshots()
        .find(({ view }) => view.id === id)
        ?.listings.map(({ listing }) => listing.name),
    view: (id = 'shop') =>
      kept.snapshots().find(({ view }) => view.id === id)?.view,
  };
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrated({ getClient: async () => knex });
  });

  it('shows nothing before a source is read, then what it offers', async () => {
    const { kept, names, view } = aReplica(
      knex,
      aSource('shop', holding('redis', 'kafka')),
    );
    expect(view()).toMatchObject({ state: 'waiting', listings: 0 });
    const before = kept.version;
    await kept.refresh('shop');
    expect(names()).toEqual(['kafka', 'redis']);
    expect(view()).toEqual({
      id: 'shop',
      title: 'shop',
      type: 'tree',
      state: 'ready',
      listings: 2,
      broken: 0,
      readAt: '2026-01-01T00:00:00.000Z',
    });
    expect(kept.version).toBeGreaterThan(before);
  });

  it('keeps READMEs and images, and says where files are', async () => {
    const logo = {
      path: 'redis/logo.png',
      contentType: 'image/png',
      data: Buffer.from([137, 80, 0, 255]),
    };
    const file = {
      path: 'redis/promise.yaml',
      text: promiseFile('redis'),
      webUrl: 'https://git.example.com/redis',
      publicUrl: 'https://raw.example.com/redis',
      summary: 'A cache.',
    };
    const readme = { path: 'redis/README.md', text: '# A\0B ✓' };
    const { kept } = aReplica(
      knex,
      aSource('shop', async () => ({
        files: [file, readme],
        images: [logo],
        revision: 'abc',
      })),
    );
    await kept.refresh('shop');
    expect(await kept.text('shop', 'redis/README.md')).toBe('# A\uFFFDB ✓');
    expect(await kept.text('shop', 'none')).toBeUndefined();
    expect(await kept.image('shop', 'redis/logo.png')).toEqual(logo);
    expect(await kept.image('shop', 'redis/README.md')).toBeUndefined();
    expect(kept.snapshots()).toMatchObject([
      {
        revision: 'abc',
        images: ['redis/logo.png'],
        listings: [
          {
            webUrl: file.webUrl,
            publicUrl: file.publicUrl,
            listing: { summary: 'A cache.', logo: 'redis/logo.png' },
          },
        ],
      },
    ]);
  });

  it('shows a source that fails as it was, and since when', async () => {
    let read: Read = holding('redis');
    const source = aSource('shop', options => read(options));
    const { kept, names, view, logger } = aReplica(knex, source);
    await kept.refresh('shop');
    read = failing;
    minute = 15;
    await kept.refresh('shop');
    minute = 30;
    await kept.refresh('shop');
    expect(names()).toEqual(['redis']);
    expect(view()).toMatchObject({
      state: 'failed',
      readAt: '2026-01-01T00:00:00.000Z',
      failingSince: '2026-01-01T00:15:00.000Z',
      problem: 'Its host answered with 502.',
    });
    expect(logger.warn).toHaveBeenCalledTimes(2);

    read = async () => 'unchanged';
    minute = 45;
    await kept.refresh('shop');
    expect(names()).toEqual(['redis']);
    expect(view()).toEqual({
      id: 'shop',
      title: 'shop',
      type: 'tree',
      state: 'ready',
      listings: 1,
      broken: 0,
      readAt: '2026-01-01T00:45:00.000Z',
    });
  });

  it('lets one source that fails hide no other', async () => {
    const { kept, names, view } = aReplica(
      knex,
      aSource('dead', failing),
      aSource('shop', holding('redis')),
    );
    await Promise.all([kept.refresh('dead'), kept.refresh('shop')]);
    expect(names()).toEqual(['redis']);
    expect(view('dead')).toMatchObject({ state: 'failed', listings: 0 });
    expect(view('dead')).not.toHaveProperty('readAt');
  });

  it('hides no other source behind one whose rows are damaged', async () => {
    const sources = [
      aSource('shop', holding('redis')),
      aSource('other', holding('kafka')),
    ];
    const { kept } = aReplica(knex, ...sources);
    await kept.refresh('shop');
    await kept.refresh('other');
    await knex('marketplace_sources')
      .where({ id: 'shop' })
      .update({ findings: 'no JSON' });
    const { ready, names } = aReplica(knex, ...sources);
    await ready;
    expect([names('shop'), names('other')]).toEqual([[], ['kafka']]);
  });

  it('is read on schedule though the database is away as it starts', async () => {
    const scheduleTask = jest.fn(async () => {});
    const sources = [
      aSource('shop', holding('redis')),
      aSource('other', holding('kafka')),
    ];
    const { kept, store } = scheduledReplica(knex, sources, scheduleTask);
    const keepOnly = jest
      .spyOn(store, 'keepOnly')
      .mockRejectedValue(new Error('away'));
    kept.start();
    await until(async () => keepOnly.mock.calls.length === 1);
    kept.stop();
    expect(scheduleTask).toHaveBeenCalledTimes(2);
  });

  it('keeps texts with a character that databases do not', async () => {
    const { kept, store, view } = aReplica(
      knex,
      aSource('shop', async () => ({
        files: [
          { path: 'a/promise.yaml', text: 'a: \0', summary: 'For\0 all' },
        ],
        images: [],
      })),
    );
    await kept.refresh('shop');
    expect(view()).toMatchObject({ state: 'ready' });
    const [file] = (await store.texts('shop')).files;
    expect(file).toMatchObject({ text: 'a: \uFFFD', summary: 'For\uFFFD all' });
  });

  it('says nothing of its database where that refuses what was read', async () => {
    const { kept, store, view } = aReplica(
      knex,
      aSource('shop', holding('redis')),
    );
    jest
      .spyOn(store, 'save')
      .mockRejectedValue(new Error('insert into "marketplace_files" failed'));
    await kept.refresh('shop');
    expect(view()?.problem).toBe(
      'What it holds could not be kept; the log of the portal says more.',
    );
  });

  it('shows a restart the last known list, though the source is dead', async () => {
    const source = aSource('shop', holding('redis'));
    await aReplica(knex, source).kept.refresh('shop');
    minute = 60;
    const later = aReplica(knex, aSource('shop', failing));
    await later.ready;
    expect(later.names()).toEqual(['redis']);
    expect(later.view()).toMatchObject({
      state: 'ready',
      readAt: '2026-01-01T00:00:00.000Z',
    });
    await later.kept.refresh('shop');
    expect(later.names()).toEqual(['redis']);
  });

  it('hands back what was read, so that the same is not read again', async () => {
    const asked: unknown[] = [];
    const source = aSource('shop', async options => {
      asked.push([options.etag, (await options.previous())?.files.length]);
      return asked.length > 1 ? 'unchanged' : holding('redis')(options);
    });
    const { kept } = aReplica(knex, source);
    await kept.refresh('shop');
    await kept.refresh('shop');
    expect(asked).toEqual([
      [undefined, undefined],
      ['redis', 1],
    ]);
  });

  it('writes only the files that changed', async () => {
    let read: Read = holding('redis', 'kafka', 'mysql');
    const { kept, names } = aReplica(
      knex,
      aSource('shop', options => read(options)),
    );
    await kept.refresh('shop');
    const written: string[] = [];
    knex.on('query', ({ sql }) => {
      if (/^(insert|delete).*marketplace_files/.test(sql)) written.push(sql);
    });
    read = holding('redis', 'kafka', 'nats');
    await kept.refresh('shop');
    expect(names()).toEqual(['kafka', 'nats', 'redis']);
    expect(written).toEqual([
      expect.stringContaining('delete'),
      expect.stringContaining('insert'),
    ]);
    const [row] = await knex('marketplace_files').count({ n: '*' });
    expect(Number(row.n)).toBe(3);
  });

  it('makes nothing anew where a source without ETag brings the same', async () => {
    const read: Read = async options => {
      const reading = await holding('redis')(options);
      return reading === 'unchanged'
        ? reading
        : { ...reading, etag: undefined };
    };
    const { kept, view } = aReplica(knex, aSource('shop', read));
    await kept.refresh('shop');
    const [{ listings }] = kept.snapshots();
    minute = 15;
    await kept.refresh('shop');
    expect(view()).toMatchObject({ readAt: '2026-01-01T00:15:00.000Z' });
    expect(kept.snapshots()[0].listings).toBe(listings);
  });

  it('shows YAML that grows without end as broken, and the rest', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`,
    );
    const text = ['apiVersion: platform.kratix.io/v1alpha1', 'a0: &a0 x'];
    const { kept, names } = aReplica(
      knex,
      aSource('shop', async () => ({
        files: [
          { path: 'bomb/promise.yaml', text: [...text, ...bomb].join('\n') },
          { path: 'redis/promise.yaml', text: promiseFile('redis') },
        ],
        images: [],
        findings: [
          { severity: 'broken', path: 'big/promise.yaml', text: 'Too big.' },
          { severity: 'warning', path: 'redis/promise.yaml', text: 'Old.' },
        ],
      })),
    );
    await kept.refresh('shop');
    expect(names()).toEqual(['redis']);
    const [{ broken, listings, view }] = kept.snapshots();
    expect(broken).toMatchObject([
      { path: 'big/promise.yaml', problem: 'Too big.', entry: 'big' },
      { path: 'bomb/promise.yaml', entry: 'bomb' },
    ]);
    expect(view.broken).toBe(2);
    expect(listings[0].listing.findings).toContainEqual(
      expect.objectContaining({ text: 'Old.' }),
    );
  });

  it('is another source once its config changed', async () => {
    const first = aReplica(knex, aSource('shop', holding('redis')));
    await first.kept.refresh('shop');
    const etags: unknown[] = [];
    const read: Read = async options => {
      etags.push(options.etag, await options.previous());
      return holding('kafka')(options);
    };
    const second = aReplica(knex, aSource('shop', read, 'two'));
    await second.ready;
    expect(second.names()).toEqual([]);
    expect(second.view()).toMatchObject({ state: 'waiting' });
    await second.kept.refresh('shop');
    expect(second.names()).toEqual(['kafka']);
    expect(etags).toEqual([undefined, undefined]);
  });

  it('forgets what config names no more', async () => {
    const both = [
      aSource('shop', holding('redis')),
      aSource('old', holding('mysql')),
    ];
    const first = aReplica(knex, ...both);
    await first.kept.refresh('shop');
    await first.kept.refresh('old');
    const second = aReplica(knex, aSource('shop', failing));
    second.kept.start();
    await until(async () => (await first.store.revisions()).length === 1);
    second.kept.stop();
    expect(second.names('old')).toBeUndefined();
    expect(await first.store.revisions()).toMatchObject([{ id: 'shop' }]);
    expect(await knex('marketplace_files').distinct('source')).toEqual([
      { source: 'shop' },
    ]);
  });

  it('shows what another replica read', async () => {
    const mine = aReplica(knex, aSource('shop', holding('redis')));
    const theirs = aReplica(knex, aSource('shop', failing));
    await theirs.ready;
    await mine.kept.refresh('shop');
    expect(theirs.names()).toEqual([]);
    await theirs.kept.look();
    expect(theirs.names()).toEqual(['redis']);
  });

  it('reads again what took too long, ever more seldom, until it does not', async () => {
    let isBusy = true;
    let at = 0;
    const path = 'redis/promise.yaml';
    const late = { documents: [], findings: [], problem: 'It took too long.' };
    const large = {
      read: jest.fn(async () => ({
        documents: new Map(isBusy ? [[path, late]] : []),
        unfinished: isBusy,
      })),
      stop() {},
    };
    const { kept, names } = scheduledReplica(
      knex,
      [aSource('shop', holding('redis'))],
      async () => {},
      { large, clock: () => at },
    );
    await kept.refresh('shop');
    expect(kept.snapshots()[0].broken).toMatchObject([{ path }]);
    const minutesOfReads: number[] = [];
    for (let passed = 0; passed <= 24 * 60; passed += 1) {
      at = passed * 60_000;
      const before = large.read.mock.calls.length;
      await kept.look();
      if (large.read.mock.calls.length > before) minutesOfReads.push(passed);
    }
    expect(minutesOfReads).toEqual([5, 15, 35, 75, 155, 315, 635, 995, 1355]);
    expect(names()).toEqual([]);
    isBusy = false;
    at += 6 * 60 * 60_000;
    await kept.look();
    expect(names()).toEqual(['redis']);
    at += 24 * 60 * 60_000;
    const { version } = kept;
    await kept.look();
    expect(kept.version).toBe(version);
  });

  it('soon reads again what took too long in a new revision', async () => {
    let at = 0;
    let read: Read = holding('redis');
    const large = {
      read: jest.fn(async () => ({ documents: new Map(), unfinished: true })),
      stop() {},
    };
    const { kept } = scheduledReplica(
      knex,
      [aSource('shop', options => read(options))],
      async () => {},
      { large, clock: () => at },
    );
    await kept.refresh('shop');
    at = 5 * 60_000;
    await kept.look();
    read = holding('kafka');
    await kept.refresh('shop');
    expect(large.read).toHaveBeenCalledTimes(3);
    at = 10 * 60_000;
    await kept.look();
    expect(large.read).toHaveBeenCalledTimes(4);
    // Asked and unchanged, it is no more urgent than before.
    read = async () => 'unchanged';
    await kept.refresh('shop');
    expect(large.read).toHaveBeenCalledTimes(4);
  });

  it('begins nothing that takes long once the portal goes down, and is silent', async () => {
    await aReplica(knex, aSource('shop', holding('redis'))).kept.refresh(
      'shop',
    );
    const read = jest.fn();
    const { kept, store, logger } = scheduledReplica(
      knex,
      [aSource('shop', failing)],
      async () => {},
      { large: { read, stop() {} } },
    );
    const texts = store.texts.bind(store);
    jest.spyOn(store, 'texts').mockImplementation(async id => {
      kept.stop();
      return texts(id);
    });
    await kept.look();
    expect(read).not.toHaveBeenCalled();
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('tells nobody where nothing changed', async () => {
    const { kept } = aReplica(knex, aSource('shop', holding('redis')));
    await kept.refresh('shop');
    const { version } = kept;
    await kept.look();
    expect(kept.version).toBe(version);
  });

  it('ends in one state where two replicas read at once', async () => {
    const all = Array.from({ length: 60 }, (_, at) => `p${at}`);
    const replicas = [all.slice(0, 40), all.slice(20), all.slice(10, 50)].map(
      names => aReplica(knex, aSource('shop', holding(...names))),
    );
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(replicas.map(({ kept }) => kept.refresh('shop')));
    }
    await Promise.all(replicas.map(({ kept }) => kept.look()));
    const shown = replicas.map(({ names }) => names());
    expect(new Set(shown.map(String)).size).toBe(1);
    const wholes = [all.slice(0, 40), all.slice(20), all.slice(10, 50)];
    expect(wholes.map(one => [...one].sort())).toContainEqual(shown[0]);
  });

  it('leaves a reading alone that came while its own was under way', async () => {
    const started = aSignal();
    const slow = aSignal();
    const late = aReplica(
      knex,
      aSource('shop', async options => {
        started.resolve();
        await slow.promise;
        return holding('older')(options);
      }),
    );
    const fast = aReplica(knex, aSource('shop', holding('newer')));
    await fast.kept.refresh('shop');
    const running = late.kept.refresh('shop');
    await started.promise;
    const again = aReplica(knex, aSource('shop', holding('newest')));
    await again.kept.refresh('shop');
    slow.resolve();
    await running;
    expect(late.names()).toEqual(['newest']);
  });

  it('reads a source once, however often it is asked to at once', async () => {
    const read = jest.fn(holding('redis'));
    const { kept } = aReplica(knex, aSource('shop', read));
    await Promise.all([kept.refresh('shop'), kept.refresh('shop')]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('makes no tables where somebody else does', async () => {
    const other = await databases.init(databaseId);
    await migrated({
      getClient: async () => other,
      migrations: { skip: true },
    });
    expect(await other.schema.hasTable('marketplace_sources')).toBe(false);
  });

  it('takes its tables away again', async () => {
    await knex.migrate.rollback({
      directory: `${__dirname}/../../../migrations`,
    });
    expect(await knex.schema.hasTable('marketplace_sources')).toBe(false);
    expect(await knex.schema.hasTable('marketplace_files')).toBe(false);
  });
});
