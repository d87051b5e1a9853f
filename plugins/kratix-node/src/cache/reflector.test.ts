import type { ServerResponse } from 'node:http';
import { fastLimits, until } from '../__testUtils__/cluster';
import { scriptedServers } from '../__testUtils__/scriptedServers';
import { aRequest } from '../__testUtils__/objects';
import { Backoff } from './backoff';
import { systemClock } from './clock';
import { Reflector, type ReflectorLimits } from './reflector';
import { definitionOfRequestKind } from './watchedKinds';

const { callsTo, closing } = scriptedServers();

afterEach(() => closing.splice(0).forEach(close => close()));

const definition = definitionOfRequestKind({
  crd: 'caches.example.org',
  group: 'example.org',
  version: 'v1',
  kind: 'Cache',
  plural: 'caches',
  namespaced: true,
  promise: 'cache',
});

/** A Cache as the API server has it at a version. */
const at = (resourceVersion: string, name = 'orders') => {
  const { metadata, ...cache } = aRequest(name);
  return { ...cache, metadata: { ...metadata, resourceVersion } };
};

const tell = (res: ServerResponse, type: string, object: object) =>
  res.write(`${JSON.stringify({ type, object })}\n`);

/**
 * A reflector of Caches on a server whose watches go as scripted, one after
 * the other; the last stays open. `asked` is what the server was asked for.
 */
async function reflecting(options: {
  lists?: { version: string; names?: string[] }[];
  watches: ((res: ServerResponse, skip: (ms: number) => void) => void)[];
  limits?: Partial<ReflectorLimits>;
}) {
  const { lists = [{ version: '100' }], watches, limits } = options;
  const asked: string[] = [];
  const told: string[] = [];
  const waits: number[] = [];
  const queries: URLSearchParams[] = [];
  let skipped = 0;
  let listed = 0;
  let watched = 0;
  const calls = await callsTo((req, res) => {
    const query = new URL(req.url ?? '', 'http://localhost').searchParams;
    queries.push(query);
    if (query.get('watch')) {
      asked.push(`watch from ${query.get('resourceVersion')}`);
      res.writeHead(200);
      res.flushHeaders();
      watches[watched]?.(res, ms => {
        skipped += ms;
      });
      watched += 1;
      return;
    }
    asked.push(query.get('limit') === '1' ? 'one' : 'list');
    const { version, names = ['orders'] } =
      lists[Math.min(listed, lists.length - 1)];
    if (query.get('limit') !== '1') listed += 1;
    res.end(
      JSON.stringify({
        metadata: { resourceVersion: version },
        items: names.map(name => at(version, name)),
      }),
    );
  });
  const reflector = new Reflector({
    definition,
    calls,
    limits: { ...fastLimits, ...limits },
    clock: {
      ...systemClock,
      random: () => 0.5,
      monotonic: () => performance.now() + skipped,
      delay: (ms, signal) => {
        waits.push(ms);
        return systemClock.delay(Math.min(ms, 5), signal);
      },
    },
    lean: object => object,
    queue: list => list(),
    sink: {
      listed: objects =>
        told.push(`all ${objects.map(one => one.metadata.name).join()}`),
      changed: (type, object) => told.push(`${type} ${object.metadata.name}`),
      stateChanged: () => {},
      contact: () => {},
      failed: () => {},
      counted: () => {},
    },
  });
  closing.push(() => reflector.stop());
  reflector.start();
  return { asked, told, waits, queries };
}

const bookmark = (resourceVersion: string) => ({
  kind: 'Cache',
  apiVersion: 'example.org/v1',
  metadata: { resourceVersion },
});

it('goes on from the last bookmark, however long nothing else came', async () => {
  const { asked, queries } = await reflecting({
    lists: [{ version: '100' }, { version: '200' }],
    watches: [
      res => {
        tell(res, 'BOOKMARK', bookmark('150'));
        res.end();
      },
    ],
  });
  await until(() => asked.length === 4);
  expect(asked).toEqual(['list', 'watch from 100', 'one', 'watch from 150']);
  // Nobody sends them who was not asked to.
  expect(queries[1].get('allowWatchBookmarks')).toBe('true');
});

it('a bookmark of a server that lags behind leads nowhere back', async () => {
  const { asked, told } = await reflecting({
    lists: [{ version: '100' }, { version: '200' }],
    watches: [
      res => {
        tell(res, 'MODIFIED', at('120'));
        tell(res, 'BOOKMARK', bookmark('90'));
        res.end();
      },
    ],
  });
  await until(() => asked.length === 4);
  expect(asked.slice(2)).toEqual(['one', 'watch from 120']);
  expect(told).toEqual(['all orders', 'MODIFIED orders']);
});

it('a change from before the list is of a server that began anew', async () => {
  const { asked, told } = await reflecting({
    lists: [
      { version: '100', names: ['orders', 'old'] },
      { version: '60', names: ['orders'] },
    ],
    watches: [res => tell(res, 'MODIFIED', at('50'))],
  });
  await until(() => asked.length === 4);
  expect(asked).toEqual(['list', 'watch from 100', 'list', 'watch from 60']);
  expect(told).toEqual(['all orders,old', 'all orders']);
});

it('a watch that ends when it was agreed costs no other question', async () => {
  const { asked, waits } = await reflecting({
    watches: [
      (res, skip) => {
        skip(2 * fastLimits.watchMs);
        res.end();
      },
    ],
  });
  await until(() => asked.length === 3);
  expect(asked).toEqual(['list', 'watch from 100', 'watch from 100']);
  expect(waits).toEqual([]);
});

it('asks the server to end a watch, at another time each', async () => {
  const { asked, queries } = await reflecting({ watches: [] });
  await until(() => asked.length === 2);
  // One and a half times, where the dice say a half.
  expect(queries[1].get('timeoutSeconds')).toBe('90');
});

it('waits longer each time, and briefly again after a watch that lived', async () => {
  const drop = (res: ServerResponse) => res.destroy();
  const { asked, waits } = await reflecting({
    limits: { backoff: { firstMs: 2, longestMs: 64 }, goodWatchMs: 10_000 },
    watches: [
      drop,
      drop,
      drop,
      (res, skip) => {
        skip(20_000);
        res.destroy();
      },
      drop,
    ],
  });
  await until(() => asked.filter(one => one !== 'one').length === 7);
  expect(waits).toEqual([2, 4, 8, 2, 4]);
});

describe('a wait', () => {
  const limits = { firstMs: 100, longestMs: 400 };

  it.each([
    ['half as long at least', 0, [50, 100, 200, 200]],
    ['half as long again at most', 1, [150, 300, 600, 600]],
  ])('is %s, so that not all come back at once', (_what, random, waits) => {
    const backoff = new Backoff(limits, { random: () => random });
    expect(waits.map(() => backoff.next())).toEqual(waits);
  });

  it('is never shorter than asked for', () => {
    const backoff = new Backoff(limits, { random: () => 0 });
    expect(backoff.next(5_000)).toBeGreaterThanOrEqual(5_000);
  });
});
