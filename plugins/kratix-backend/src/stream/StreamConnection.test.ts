import type { RequestVisibility } from '../permissions/RequestAccess';
import type { RequestRow } from '../requests/RequestRow';
import { audienceOf, type Audience, type StreamRights } from './audience';
import type { EventWriter } from './EventWriter';
import { StreamConnection } from './StreamConnection';
import type { StreamChange } from './StreamChange';

/** A reader that takes as much as it is told to. */
class Reader {
  written: string[] = [];
  takes = true;
  #drain = () => {};

  write(text: string) {
    this.written.push(text);
    return this.takes;
  }

  on(_event: 'drain', listener: () => void) {
    this.#drain = listener;
  }

  ended = '';

  end() {
    this.ended = 'in order';
  }

  destroy() {
    this.ended = 'at once';
  }

  catchUp() {
    this.takes = true;
    this.#drain();
  }

  /** What the client makes of it. */
  get data(): string[] {
    return this.written
      .join('')
      .split('\n')
      .filter(line => line.startsWith('data: '))
      .map(line => line.slice(6));
  }

  get lastId(): string | undefined {
    const ids = this.written.join('').match(/^id: .*$/gm);
    return ids?.at(-1)?.slice(4);
  }
}

const seesAll: RequestVisibility = {
  key: 'all',
  all: true,
  none: false,
  sees: () => true,
  ready: () => true,
  prepare: async () => {},
};

const hears = (rights: Partial<StreamRights> = {}): Audience =>
  audienceOf(
    {},
    {
      visibility: seesAll,
      requests: true,
      promises: true,
      destinations: true,
      platforms: true,
      ...rights,
    },
  );

const writer: Pick<EventWriter, 'textFor'> = {
  textFor: change => (change.kind === 'platform' ? change.id : change.key),
};

const change = (id: string): StreamChange => ({
  kind: 'platform',
  key: `platform ${id}`,
  id,
});

function setup(audience = hears()) {
  const sink = new Reader();
  const connection = new StreamConnection({
    sink,
    writer,
    audience,
    lastId: 'line-0',
  });
  return { sink, connection };
}

const resync = JSON.stringify({ type: 'resync' });

it('tells at once while its reader keeps up', () => {
  const { sink, connection } = setup();
  connection.open([]);
  connection.take({ id: 'line-1', changes: [change('a'), change('b')] });
  expect(sink.data).toEqual(['a', 'b']);
  expect(sink.lastId).toBe('line-1');
});

it('gives the id with the last of a batch, so that a cut one comes again', () => {
  const { sink, connection } = setup();
  connection.open([]);
  sink.written = [];
  connection.take({ id: 'line-1', changes: [change('a'), change('b')] });
  expect(sink.written.join('')).toBe('data: a\n\nid: line-1\ndata: b\n\n');
});

it('holds one change of each thing back for a slow reader', () => {
  const { sink, connection } = setup();
  connection.open([]);
  sink.takes = false;
  connection.take({ id: 'line-1', changes: [change('a')] });
  const before = sink.written.length;
  for (let i = 2; i < 500; i += 1) {
    connection.take({ id: `line-${i}`, changes: [change('b')] });
  }
  connection.beat();
  expect(sink.written).toHaveLength(before);
  sink.catchUp();
  expect(sink.data).toEqual(['a', 'b']);
  expect(sink.lastId).toBe('line-499');
});

it('has a reader that is far behind read anew', () => {
  const { sink, connection } = setup();
  connection.open([]);
  sink.takes = false;
  connection.take({ id: 'line-1', changes: [change('first')] });
  for (let i = 2; i < 1000; i += 1) {
    connection.take({ id: `line-${i}`, changes: [change(`${i}`)] });
  }
  sink.catchUp();
  expect(sink.data).toEqual(['first', resync]);
  connection.take({ id: 'line-1000', changes: [change('next')] });
  expect(sink.data).toEqual(['first', resync, 'next']);
});

it.each([
  ['in order', true],
  ['at once where its reader takes nothing', false],
])('ends %s, and writes nothing more', (how, takes) => {
  const { sink, connection } = setup();
  connection.open([]);
  sink.takes = takes;
  connection.take({ id: 'line-1', changes: [change('a')] });
  const before = sink.written.length;
  connection.end();
  expect(how).toContain(sink.ended);
  expect(sink.ended).not.toBe('');
  connection.take({ id: 'line-2', changes: [change('b')] });
  connection.become(hears({ destinations: false }));
  connection.beat();
  sink.catchUp();
  expect(sink.written).toHaveLength(before);
});

it('beats, and keeps the place in the line of who hears nothing', () => {
  const { sink, connection } = setup();
  connection.open([]);
  connection.take({ id: 'line-7', changes: [] });
  connection.beat();
  expect(sink.data).toEqual([]);
  expect(sink.lastId).toBe('line-7');
});

it('reads anew once its person may see other things, and only then', () => {
  const { sink, connection } = setup();
  connection.open([]);
  connection.become(hears());
  expect(sink.data).toEqual([]);
  connection.become(hears({ destinations: false }));
  expect(sink.data).toEqual([resync]);
});

it('tells of something new once the cluster has said who may see it', async () => {
  const known = new Set<string>();
  let answer = () => {};
  const asking = hears({
    visibility: {
      ...seesAll,
      ready: ({ ref }) => known.has(ref.name),
      prepare: resources =>
        new Promise<void>(resolve => {
          answer = () => {
            for (const { ref } of resources) known.add(ref.name);
            resolve();
          };
        }),
    },
  });
  const { sink, connection } = setup(asking);
  connection.open([]);
  const row = { ref: { name: 'fresh' } } as RequestRow;
  connection.take({
    id: 'line-1',
    changes: [{ kind: 'request', key: 'fresh', after: row }],
  });
  connection.take({ id: 'line-2', changes: [change('later')] });
  expect(sink.data).toEqual([]);
  answer();
  await new Promise(resolve => setImmediate(resolve));
  expect(sink.data).toEqual(['fresh', 'later']);
});

it('tells to read anew who hears of requests, and nobody else', () => {
  const told = (audience: Audience) => {
    const sink = new Reader();
    const connection = new StreamConnection({
      sink,
      writer,
      audience,
      lastId: 'line-1',
    });
    connection.open([]);
    connection.take({ id: 'line-2', changes: [change('eu')], anew: true });
    return sink.data;
  };
  expect(told(hears())).toEqual(['{"type":"resync"}']);
  expect(told({ ...hears(), topics: new Set(['platforms']) })).toEqual(['eu']);
});
