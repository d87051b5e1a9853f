import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  streamEventSchema,
  type StreamEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aCondition,
  aDestination,
  anObject,
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import {
  fakePlatforms,
  type FakePlatform,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  deny,
  denying,
  ownOnly,
  startPortal,
} from '../__testUtils__/portal';
import { aWorld, crd } from '../__testUtils__/world';

type Portal = Awaited<ReturnType<typeof startPortal>>;
let portal: Portal;
let eu: FakePlatform;

beforeEach(async () => {
  const platforms = fakePlatforms({ platforms: [{ objects: aWorld() }] });
  eu = platforms.get('eu');
  portal = await startPortal({ platforms });
});

/** A client of the stream, over a real connection. */
class Client {
  static #all: Client[] = [];
  readonly #abort = new AbortController();
  readonly events: StreamEvent[] = [];
  text = '';
  lastId = '';
  #arrived = () => {};

  static async open(path: string, headers: Record<string, string> = {}) {
    const { port } = (portal.server as Server).address() as AddressInfo;
    const client = new Client();
    Client.#all.push(client);
    const response = await fetch(
      `http://localhost:${port}/api/kratix/stream${path}`,
      {
        headers: { authorization: mockCredentials.user.header(), ...headers },
        signal: client.#abort.signal,
      },
    );
    // Compressed, events would be held back until there are many.
    if (!response.ok || response.headers.has('content-encoding')) {
      throw new Error(`The stream answered with ${response.status}`);
    }
    void client.#read(response);
    return client;
  }

  static closeAll() {
    Client.#all.forEach(client => client.close());
    Client.#all = [];
  }

  close() {
    this.#abort.abort();
  }

  /** Waits until there are so many events. */
  async hears(count: number): Promise<StreamEvent[]> {
    while (this.events.length < count) {
      await new Promise<void>(resolve => {
        this.#arrived = resolve;
      });
    }
    return this.events;
  }

  async #read(response: Response) {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        this.text += decoder.decode(chunk, { stream: true });
        this.#parse();
      }
    } catch {
      // Closed by the test.
    }
  }

  #parse() {
    const blocks = this.text.split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const line of blocks.flatMap(block => block.split('\n'))) {
      if (line.startsWith('id: ')) this.lastId = line.slice(4);
      if (line.startsWith('data: ')) {
        this.events.push(streamEventSchema.parse(JSON.parse(line.slice(6))));
      }
    }
    this.#arrived();
  }
}

afterEach(() => Client.closeAll());

const ready = (name: string, namespace = 'payments') =>
  aReadyRequest({ name, namespace });
const failed = (name: string, namespace = 'payments') =>
  aRequest({ name, namespace, steps: [aStep('configure', 'Failed')] });
const marker = aDestination({ name: 'marker' });

/** The changes an event speaks of, for comparing. */
const said = (event: StreamEvent) =>
  'change' in event
    ? `${event.type} ${event.change} ${event.ref.name}`
    : event.type;

it('tells who looks on what comes and goes', async () => {
  const client = await Client.open('');
  eu.apply(ready('fresh'));
  const [first] = await client.hears(1);
  expect(first).toMatchObject({
    type: 'request',
    change: 'added',
    ref: { platform: 'eu', crd, namespace: 'payments', name: 'fresh' },
    view: { description: { label: 'ready' } },
  });
  eu.remove(ready('fresh'));
  eu.apply(marker);
  expect((await client.hears(3)).map(said)).toEqual([
    'request added fresh',
    'request removed fresh',
    'destination added marker',
  ]);
});

it('tells of a change once, however often the object is written meanwhile', async () => {
  const client = await Client.open('?topic=requests');
  for (const size of ['1', '2', '3', '4', '5']) {
    eu.apply(
      aReadyRequest({ name: 'fresh', spec: { size }, namespace: 'web' }),
    );
  }
  eu.apply(ready('last'));
  expect((await client.hears(2)).map(said)).toEqual([
    'request added fresh',
    'request added last',
  ]);
});

it('says nothing of what came and went within a moment', async () => {
  const client = await Client.open('?topic=requests');
  eu.apply(ready('brief'));
  eu.remove(ready('brief'));
  eu.apply(ready('last'));
  expect((await client.hears(1)).map(said)).toEqual(['request added last']);
});

it('says nothing of writes that change nothing people see', async () => {
  const client = await Client.open('?topic=requests');
  const at = (time: string) =>
    aReadyRequest({
      name: 'cache',
      namespace: 'payments',
      conditions: [
        aCondition('ConfigureWorkflowCompleted', 'True', '', { at: time }),
        aCondition('Reconciled', 'True', 'Reconciled', { at: time }),
      ],
    });
  eu.apply(at('2026-03-01T12:00:01Z'), at('2026-03-01T12:00:02Z'));
  eu.apply(ready('last'));
  expect((await client.hears(1)).map(said)).toEqual(['request added last']);
});

it('tells of an install, also of a release that brings no Promise yet', async () => {
  const client = await Client.open('?topic=promises');
  const release = anObject('PromiseRelease', { name: 'kafka' });
  const kafka = aPromise({ name: 'kafka' });
  eu.apply(release);
  const [first] = await client.hears(1);
  expect(first).toEqual({
    type: 'promise',
    change: 'updated',
    ref: { platform: 'eu', name: 'kafka' },
  });
  eu.apply({ ...release, spec: { version: 'v1.0.0' } }, kafka);
  expect((await client.hears(2))[1]).toMatchObject({
    change: 'added',
    ref: { name: 'kafka' },
    view: { name: 'kafka' },
  });
  eu.remove(kafka, release);
  expect((await client.hears(3)).map(said)).toEqual([
    'promise updated kafka',
    'promise added kafka',
    'promise removed kafka',
  ]);
});

it('tells of a release whose Promise reads the same', async () => {
  const client = await Client.open('?promise=eu/redis');
  eu.apply(anObject('PromiseRelease', { name: 'redis' }));
  expect((await client.hears(1))[0]).toMatchObject({
    type: 'promise',
    change: 'updated',
    view: { name: 'redis' },
  });
});

it('narrows to single requests and Promises', async () => {
  const one = await Client.open(`?request=eu/${crd}/payments/fresh`);
  const counts = await Client.open('?promise=eu/redis');
  eu.apply(ready('other-one'), ready('fresh'));
  expect((await one.hears(1)).map(said)).toEqual(['request added fresh']);
  const [event] = await counts.hears(1);
  expect(event).toMatchObject({
    type: 'promise',
    change: 'updated',
    view: { counts: { requests: 5 } },
  });
});

describe('permissions', () => {
  it('refuses who may hear nothing, and who is not signed in', async () => {
    portal.setPolicy(deny);
    expect((await portal.call('get', '/stream')).status).toBe(403);
    const nobody = mockCredentials.none.header();
    expect((await portal.call('get', '/stream', nobody)).status).toBe(401);
    portal.setPolicy(allow);
    const { status } = await portal.call('get', '/stream?topic=weather');
    expect(status).toBe(400);
  });

  it.each(['request', 'promise', 'destination', 'platform'])(
    'leaves out what is told of each %s where that is not for this person',
    async kind => {
      const witness = await Client.open('');
      portal.setPolicy(denying(`kratix.${kind}.read`));
      const client = await Client.open('');
      eu.apply(ready('fresh'), aPromise({ name: 'kafka' }), marker);
      eu.setFacts({
        failingSince: 1,
        failure: { reason: 'network', message: 'no answer' },
      });
      const kinds = (events: StreamEvent[]) =>
        new Set(events.map(({ type }) => type));
      const all = await witness.hears(4);
      expect([...kinds(all)].sort()).toEqual([
        'destination',
        'platform',
        'promise',
        'request',
      ]);
      const heard = kinds(await client.hears(3));
      expect([...heard].sort()).toEqual(
        [...kinds(all)].filter(one => one !== kind).sort(),
      );
    },
  );

  it('tells of a platform without numbers of what may not be seen', async () => {
    const witness = await Client.open('?topic=platforms');
    portal.setPolicy(denying('kratix.promise.read', 'kratix.request.read'));
    const client = await Client.open('?topic=platforms');
    eu.setFacts({
      failingSince: 1,
      failure: { reason: 'network', message: 'no answer' },
    });
    const counted = async (who: Client) => {
      const [event] = await who.hears(1);
      return event.type === 'platform' && Object.keys(event.view.counts).sort();
    };
    // Of one change, told to both.
    expect(await counted(witness)).toEqual([
      'attention',
      'destinations',
      'promises',
      'requests',
    ]);
    expect(await counted(client)).toEqual(['destinations']);
  });

  it('does not tell by a Promise’s counts that there is what may not be seen', async () => {
    const witness = await Client.open('?topic=requests');
    portal.setPolicy(ownOnly('kratix.request.read'));
    const client = await Client.open('?promise=eu/redis');
    eu.apply(ready('theirs', 'web'));
    expect((await witness.hears(1)).map(said)).toEqual([
      'request added theirs',
    ]);
    eu.apply(ready('mine'));
    expect(await client.hears(1)).toMatchObject([
      { type: 'promise', view: { counts: { requests: 3 } } },
    ]);
    await witness.hears(2);
    expect(client.events).toHaveLength(1);
  });

  it('tells of the requests that this person may see', async () => {
    portal.setPolicy(ownOnly('kratix.request.read'));
    const client = await Client.open('?topic=requests');
    eu.apply(ready('theirs', 'web'), ready('mine'));
    eu.remove(ready('other', 'web'));
    eu.apply(ready('last'));
    expect((await client.hears(2)).map(said).sort()).toEqual([
      'request added last',
      'request added mine',
    ]);
  });

  it('says nothing of parts of a request that this person may not see', async () => {
    const witness = await Client.open(`?request=eu/${crd}/payments/cache`);
    portal.setPolicy(ownOnly('kratix.request.read'));
    const client = await Client.open(`?request=eu/${crd}/payments/cache`);
    eu.apply(
      aRequest({
        name: 'their-part',
        namespace: 'web',
        labels: {
          'kratix.io/promise-name': 'redis',
          'kratix.io/component-of-promise-name': 'redis',
          'kratix.io/component-of-resource-name': 'cache',
          'kratix.io/component-of-resource-namespace': 'payments',
        },
        steps: [aStep('configure', 'Failed')],
      }),
    );
    expect(JSON.stringify(await witness.hears(1))).toContain('their-part');
    const heard = await client.hears(1);
    expect(heard.map(said)).toEqual(['request updated cache']);
    expect(JSON.stringify(heard)).not.toContain('their-part');
  });

  it('takes what goes to another team for gone', async () => {
    portal.setPolicy(ownOnly('kratix.request.read'));
    const client = await Client.open('?topic=requests');
    const owner = { 'kratix-portal.io/owner': 'web' };
    eu.apply(
      aReadyRequest({
        name: 'cache',
        namespace: 'payments',
        annotations: owner,
      }),
    );
    const [event] = await client.hears(1);
    expect(said(event)).toBe('request removed cache');
    expect(event).not.toHaveProperty('view');
  });
});

describe('coming back', () => {
  it('hears what it missed, one change for each thing', async () => {
    const before = await Client.open('?topic=requests');
    eu.apply(ready('first'));
    await before.hears(1);
    before.close();
    const witness = await Client.open('?topic=requests');
    eu.apply(ready('second'));
    await witness.hears(1);
    eu.apply(failed('third'));
    await witness.hears(2);
    eu.remove(ready('second'));
    await witness.hears(3);

    const after = await Client.open('?topic=requests', {
      'last-event-id': before.lastId,
    });
    expect((await after.hears(1)).map(said)).toEqual(['request added third']);
    expect(after.lastId).toBe(witness.lastId);
  });

  it.each(['', 'ffffffffffff-3', 'nonsense'])(
    'reads all anew after an id that nobody knows: %p',
    async id => {
      const client = await Client.open('', { 'last-event-id': id });
      expect((await client.hears(1)).map(said)).toEqual(['resync']);
    },
  );

  it('hears nothing twice', async () => {
    const before = await Client.open('?topic=requests');
    eu.apply(ready('first'));
    await before.hears(1);
    before.close();
    const after = await Client.open('?topic=requests', {
      'last-event-id': before.lastId,
    });
    eu.apply(ready('last'));
    expect((await after.hears(1)).map(said)).toEqual(['request added last']);
  });
});
