import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { fetchEventSource } from '@microsoft/fetch-event-source';
import { aPlatformView } from '../testing';
import { retryDelayMs } from './retryDelay';
import { StreamUpdates } from './StreamUpdates';

jest.mock('@microsoft/fetch-event-source', () => ({
  fetchEventSource: jest.fn(() => new Promise(() => {})),
}));

const opened = jest.mocked(fetchEventSource);
const settled = () => new Promise(resolve => setTimeout(resolve, 0));

/** The handlers that the last connection was opened with. */
function connection() {
  const [url, options] = opened.mock.lastCall ?? [];
  if (!options?.onopen || !options.onmessage || !options.onerror) {
    throw new Error('No connection was opened');
  }
  return { url, options, ...options };
}

const ok = () =>
  ({
    ok: true,
    status: 200,
    headers: new Headers({ 'content-type': 'text/event-stream' }),
  } as Response);

async function setup() {
  opened.mockClear();
  const stream = new StreamUpdates({
    streamUrl: async () => 'http://localhost/api/kratix/stream',
    fetch: jest.fn(),
    random: () => 1,
  });
  const heard: StreamEvent[] = [];
  const stop = stream.subscribe(event => heard.push(event));
  await settled();
  return { stream, heard, stop };
}

describe('one stream for the tab', () => {
  it('is opened once for all who listen', async () => {
    const { stream } = await setup();
    stream.subscribe(() => {});
    await settled();
    expect(opened).toHaveBeenCalledTimes(1);
    expect(connection().url).toBe('http://localhost/api/kratix/stream');
  });

  it('is live once it is open, and what came before is read again', async () => {
    const { stream, heard } = await setup();
    expect(stream.getState()).toBe('connecting');
    await connection().onopen?.(ok());
    expect(stream.getState()).toBe('live');
    expect(heard).toEqual([{ type: 'resync' }]);
  });

  it('tells events, and keeps silent about those it does not know', async () => {
    const { heard } = await setup();
    const { onmessage } = connection();
    const event = { type: 'platform', view: aPlatformView() };
    const message = { id: '7', event: '', retry: undefined };
    onmessage?.({ ...message, data: JSON.stringify(event) });
    onmessage?.({ ...message, data: '{"type":"comet"}' });
    onmessage?.({ ...message, data: 'no json' });
    onmessage?.({ ...message, data: '' });
    expect(heard).toEqual([event]);
  });

  it('resumes without reading all again where the backend knows the id', async () => {
    const { heard } = await setup();
    const { onopen, onmessage, onerror } = connection();
    await onopen?.(ok());
    onmessage?.({ id: '7', event: '', data: '' });
    onerror?.(new Error('reset'));
    await onopen?.(ok());
    expect(heard).toEqual([{ type: 'resync' }]);
  });

  it('has the pages poll after failing for a while, until it is back', async () => {
    const { stream } = await setup();
    const { onopen, onerror } = connection();
    onerror?.(new Error('refused'));
    expect(stream.getState()).toBe('connecting');
    onerror?.(new Error('refused'));
    onerror?.(new Error('refused'));
    expect(stream.getState()).toBe('polling');
    await onopen?.(ok());
    expect(stream.getState()).toBe('live');
  });

  it('lets the pages ask, and asks seldom itself, where nothing may be told', async () => {
    const { stream } = await setup();
    const { onopen, onerror } = connection();
    const denied = { ...ok(), ok: false, status: 403 };
    const error = await onopen?.(denied).catch(problem => problem);
    expect(onerror?.(error)).toBe(60_000);
    expect(stream.getState()).toBe('polling');
  });

  it('comes back later each time that it is cut off at once, and soon after a good one', async () => {
    jest.useFakeTimers();
    try {
      opened.mockClear();
      const stream = new StreamUpdates({
        streamUrl: async () => 'http://localhost/stream',
        fetch: jest.fn(),
        random: () => 1,
      });
      stream.subscribe(() => {});
      await jest.advanceTimersByTimeAsync(0);
      const { onopen, onerror } = connection();
      /** Milliseconds until the next try, after a stream that lived so long. */
      const retryAfter = async (livedMs: number) => {
        await onopen?.(ok());
        expect(stream.getState()).toBe('live');
        await jest.advanceTimersByTimeAsync(livedMs);
        return onerror?.(new Error('The stream ended'));
      };
      expect(await retryAfter(0)).toBe(500);
      expect(await retryAfter(9_000)).toBe(1_000);
      expect(await retryAfter(100)).toBe(2_000);
      expect(stream.getState()).toBe('polling');
      expect(await retryAfter(10_000)).toBe(500);
      expect(stream.getState()).toBe('connecting');
    } finally {
      jest.useRealTimers();
    }
  });

  it('comes back later each time that it is refused', async () => {
    const { stream } = await setup();
    const { onopen, onerror } = connection();
    const refused = { ...ok(), ok: false, status: 429 };
    const delays: unknown[] = [];
    for (let i = 0; i < 8; i += 1) {
      const error = await onopen?.(refused).catch(problem => problem);
      delays.push(onerror?.(error));
    }
    expect(delays).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(stream.getState()).toBe('polling');
  });

  it.each([
    ['a refusal', 403, 'application/json'],
    ['one stream too many', 429, 'application/json'],
    ['a page of a proxy', 200, 'text/html'],
  ])('does not take %s for a stream', async (_what, status, type) => {
    await setup();
    const answer = {
      ok: status === 200,
      status,
      headers: new Headers({ 'content-type': type }),
    } as Response;
    await expect(connection().onopen?.(answer)).rejects.toThrow(`${status}`);
  });

  it('closes a while after nobody listens any more', async () => {
    jest.useFakeTimers();
    try {
      opened.mockClear();
      const stream = new StreamUpdates({
        streamUrl: async () => 'http://localhost/stream',
        fetch: jest.fn(),
      });
      const stop = stream.subscribe(() => {});
      await jest.advanceTimersByTimeAsync(0);
      const { signal } = connection().options;
      stop();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(signal?.aborted).toBe(false);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(signal?.aborted).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});

it('waits longer each time, up to half a minute', () => {
  const delays = [1, 2, 3, 7, 50].map(failures =>
    retryDelayMs(failures, () => 1),
  );
  expect(delays).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
});
