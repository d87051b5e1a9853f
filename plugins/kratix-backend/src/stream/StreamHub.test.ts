import { mockServices } from '@backstage/backend-test-utils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { KratixLive } from '../live/KratixLive';
import { audienceOf, type Audience } from './audience';
import { ChangeFeed } from './ChangeFeed';
import { StreamHub, type StreamReader } from './StreamHub';

const audience = (requests = true): Audience =>
  audienceOf(
    {},
    {
      visibility: {
        key: 'all',
        all: true,
        none: false,
        sees: () => true,
        ready: () => true,
        prepare: async () => {},
      },
      requests,
      promises: true,
      destinations: true,
      platforms: true,
    },
  );

function setup() {
  const platforms = fakePlatforms();
  const feed = new ChangeFeed({
    live: new KratixLive({
      platforms,
      logger: mockServices.logger.mock(),
      settings: platforms.settings,
      teamOf: () => undefined,
    }),
  });
  let open = 0;
  const hub = new StreamHub({
    feed,
    writer: { textFor: () => undefined },
    onCount: difference => {
      open += difference;
    },
  });
  hub.start();
  const reader = (
    review: StreamReader['review'] = async () => audience(),
    person = 'user:default/ada',
  ) => {
    const sink = {
      text: '',
      ended: false,
      write(text: string) {
        this.text += text;
        return true;
      },
      on() {},
      end() {
        this.ended = true;
      },
      destroy() {
        this.ended = true;
      },
    };
    const remove = hub.add({ person, sink, audience: audience(), review });
    return { sink, remove };
  };
  return { hub, reader, opened: () => open };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('beats every 15 seconds, so that nothing on the way takes it for idle', () => {
  const { reader } = setup();
  const { sink } = reader(async () => audience());
  const before = sink.text.length;
  jest.advanceTimersByTime(14_999);
  expect(sink.text).toHaveLength(before);
  jest.advanceTimersByTime(1);
  expect(sink.text.slice(before)).toMatch(/^id: \S+\n: still here\n\n$/);
});

it('ends a stream within a minute of its permission, and no other', async () => {
  const { reader } = setup();
  const dropped = reader(async () => {
    throw new Error('no longer allowed');
  });
  const kept = reader(async () => audience());
  const narrowed = reader(async () => audience(false));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(dropped.sink.ended).toBe(true);
  expect(kept.sink.ended).toBe(false);
  expect(kept.sink.text).not.toContain('resync');
  expect(narrowed.sink.ended).toBe(false);
  expect(narrowed.sink.text).toContain('resync');
});

it('asks once at a time who may hear what, however long the answer takes', async () => {
  const { reader } = setup();
  const answers: ((audience: Audience) => void)[] = [];
  const review = jest.fn(
    () => new Promise<Audience>(resolve => answers.push(resolve)),
  );
  reader(review);
  await jest.advanceTimersByTimeAsync(180_000);
  expect(review).toHaveBeenCalledTimes(1);
  answers[0](audience());
  await jest.advanceTimersByTimeAsync(60_000);
  expect(review).toHaveBeenCalledTimes(2);
});

it('says nothing to who left while it was asked what they may hear', async () => {
  const { reader } = setup();
  let answer = (_audience: Audience) => {};
  const { sink, remove } = reader(
    () =>
      new Promise(resolve => {
        answer = resolve;
      }),
  );
  await jest.advanceTimersByTimeAsync(60_000);
  const before = sink.text;
  remove();
  answer(audience(false));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(sink.text).toBe(before);
});

it('gives one person two hundred streams and no more, whoever else has some', () => {
  const { hub, reader } = setup();
  const mine = Array.from({ length: 200 }, () => {
    hub.mustTake('user:default/ada');
    return reader();
  });
  expect(() => hub.mustTake('user:default/ada')).toThrow(
    'You have 200 live streams open, which is the most for one person; close some tabs',
  );
  expect(() => hub.mustTake('user:default/bob')).not.toThrow();
  mine[0].remove();
  mine[0].remove();
  expect(() => hub.mustTake('user:default/ada')).not.toThrow();
  reader();
  expect(() => hub.mustTake('user:default/ada')).toThrow();
});

it('ends at once what comes while it stops', () => {
  const { hub, reader, opened } = setup();
  hub.stop();
  expect(reader().sink.ended).toBe(true);
  expect(opened()).toBe(0);
});

it('counts what is open, and ends all when it stops', () => {
  const { hub, reader, opened } = setup();
  const gone = reader(async () => audience());
  const here = reader(async () => audience());
  expect(opened()).toBe(2);
  gone.remove();
  gone.remove();
  expect(opened()).toBe(1);
  hub.stop();
  expect(here.sink.ended).toBe(true);
  expect(opened()).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});
