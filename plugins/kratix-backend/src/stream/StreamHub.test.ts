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
  const reader = (review: StreamReader['review']) => {
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
    };
    const remove = hub.add({ sink, audience: audience(), review });
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
  expect(jest.getTimerCount()).toBe(0);
});
