import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { kratixApiRef } from '../api';
import { aRefusal, aRequestDetail, FakeKratix } from '../testing';
import { useLive } from './useLive';

const ref = {
  platform: 'eu-dev',
  crd: 'postgresqls.data.example.com',
  namespace: 'payments',
  name: 'orders-db',
};

function setup(kratix: FakeKratix) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider apis={[[kratixApiRef, kratix]]}>
      {children}
    </TestApiProvider>
  );
  return renderHook(
    (props: { name: string }) =>
      useLive<RequestDetail>({
        key: `request ${props.name}`,
        read: api => api.getRequest({ ...ref, name: props.name }),
        onEvent: (event, value) =>
          event.type === 'request' && event.view
            ? { value: { ...value, ...event.view } }
            : 'none',
      }),
    { wrapper, initialProps: { name: 'orders-db' } },
  );
}

const valueOf = (result: { current: ReturnType<typeof useLive> }) =>
  result.current.state === 'ready' ? result.current.value : undefined;

describe('useLive', () => {
  it('reads, then takes changes from the stream', async () => {
    const kratix = new FakeKratix({ requests: [aRequestDetail()] });
    const { result } = setup(kratix);
    expect(result.current.state).toBe('loading');
    await waitFor(() => expect(result.current.state).toBe('ready'));

    const view = aRequestDetail({ owner: 'group:default/web' });
    act(() =>
      kratix.live.emit({ type: 'request', change: 'updated', ref, view }),
    );
    expect(valueOf(result)).toMatchObject({ owner: 'group:default/web' });
    expect(kratix.calls).toHaveLength(1);
  });

  it('keeps the older value, and says so, where a refresh fails', async () => {
    const kratix = new FakeKratix({ requests: [aRequestDetail()] });
    const { result } = setup(kratix);
    await waitFor(() => expect(result.current.state).toBe('ready'));

    kratix.failing('getRequest', aRefusal(503, 'eu-dev cannot be reached'));
    act(() => kratix.live.emit({ type: 'resync' }));
    await waitFor(() =>
      expect(result.current).toMatchObject({
        state: 'ready',
        failed: expect.anything(),
      }),
    );
    expect(valueOf(result)).toMatchObject({ name: 'orders-db' });
  });

  it('drops what is gone rather than showing it from memory', async () => {
    const kratix = new FakeKratix({ requests: [aRequestDetail()] });
    const { result } = setup(kratix);
    await waitFor(() => expect(result.current.state).toBe('ready'));

    kratix.world = { requests: [] };
    act(() => kratix.live.emit({ type: 'resync' }));
    await waitFor(() => expect(result.current.state).toBe('error'));
  });

  it('never shows one thing under the name of another', async () => {
    const kratix = new FakeKratix({
      requests: [aRequestDetail(), aRequestDetail({ name: 'ledger-db' })],
    });
    const { result, rerender } = setup(kratix);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    rerender({ name: 'ledger-db' });
    expect(result.current.state).toBe('loading');
    await waitFor(() =>
      expect(valueOf(result)).toMatchObject({ name: 'ledger-db' }),
    );
  });

  it('shows at once what was read before', async () => {
    const kratix = new FakeKratix({ requests: [aRequestDetail()] });
    const first = setup(kratix);
    await waitFor(() => expect(first.result.current.state).toBe('ready'));
    first.unmount();

    const { result } = setup(kratix);
    expect(result.current).toMatchObject({ state: 'ready', refreshing: true });
    await waitFor(() =>
      expect(result.current).toMatchObject({ refreshing: false }),
    );
  });

  it('reads once for all who show the same', async () => {
    const kratix = new FakeKratix({ requests: [aRequestDetail()] });
    const first = setup(kratix);
    const second = setup(kratix);
    await waitFor(() => expect(second.result.current.state).toBe('ready'));
    expect(first.result.current.state).toBe('ready');
    expect(kratix.calls).toHaveLength(1);
  });

  it('asks by itself while there is no stream', async () => {
    jest.useFakeTimers();
    try {
      const kratix = new FakeKratix({ requests: [aRequestDetail()] });
      setup(kratix);
      await act(() => jest.advanceTimersByTimeAsync(1_000));
      expect(kratix.calls).toHaveLength(1);
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(kratix.calls).toHaveLength(1);

      kratix.live.become('polling');
      await act(() => jest.advanceTimersByTimeAsync(31_000));
      expect(kratix.calls).toHaveLength(4);

      kratix.live.become('live');
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(kratix.calls).toHaveLength(4);
    } finally {
      jest.useRealTimers();
    }
  });
});
