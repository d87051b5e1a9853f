import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Teams } from './Teams';

const group = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', children: [] },
});

function setup(
  catalog = catalogServiceMock({ entities: [group('Payments')] }),
) {
  const logger = mockServices.logger.mock();
  const teams = new Teams({
    catalog,
    auth: mockServices.auth(),
    logger,
    settings: { annotationPrefix: 'px/', namespaces: { from: 'name' } },
  });
  const changed = jest.fn();
  teams.onChange(changed);
  return { teams, logger, changed };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('knows whose namespace is whose once the catalog was read', async () => {
  const { teams, changed } = setup();
  expect(teams.ownerOf('payments')).toBeUndefined();
  await teams.refresh();
  expect(teams.ownerOf('payments')).toBe('group:default/payments');
  expect(teams.namespacesOf('group:default/payments')).toEqual(['payments']);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('tells of a change only when there is one', async () => {
  const { teams, changed } = setup();
  await teams.refresh();
  await jest.advanceTimersByTimeAsync(180_000);
  expect(changed).toHaveBeenCalledTimes(1);
  teams.stop();
});

it('asks soon as long as the catalog gets more, then ever more seldom', async () => {
  const catalog = catalogServiceMock({ entities: [] });
  const { teams, changed } = setup(catalog);
  const read = jest.spyOn(catalog, 'streamEntities');
  const has = (...names: string[]) => {
    const now = catalogServiceMock({ entities: names.map(group) });
    read.mockImplementation((...asked) => now.streamEntities(...asked));
  };
  const readsIn = async (seconds: number) => {
    read.mockClear();
    await jest.advanceTimersByTimeAsync(seconds * 1000);
    return read.mock.calls.length;
  };
  await teams.refresh();
  expect(changed).not.toHaveBeenCalled();
  // Still empty: it has only just started.
  expect(await readsIn(60)).toBe(12);
  has('payments');
  expect(await readsIn(5)).toBe(1);
  expect(teams.ownerOf('payments')).toBe('group:default/payments');
  has('payments', 'web');
  expect(await readsIn(5)).toBe(1);
  expect(teams.ownerOf('web')).toBe('group:default/web');
  // After 5, 10, 20 and 40 s, then once a minute.
  expect(await readsIn(75)).toBe(4);
  expect(await readsIn(600)).toBe(10);
  expect(changed).toHaveBeenCalledTimes(2);
  teams.stop();
});

it('keeps what it knows while the catalog can’t be read, and asks again', async () => {
  const catalog = catalogServiceMock({ entities: [group('payments')] });
  const { teams, logger, changed } = setup(catalog);
  await teams.refresh();
  const read = jest.spyOn(catalog, 'streamEntities');
  read.mockImplementation(() => {
    throw new Error('the catalog is away');
  });
  await jest.advanceTimersByTimeAsync(5_000);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  expect(teams.ownerOf('payments')).toBe('group:default/payments');
  const later = catalogServiceMock({
    entities: [group('payments'), group('web')],
  });
  read.mockImplementation((...asked) => later.streamEntities(...asked));
  await jest.advanceTimersByTimeAsync(5_000);
  expect(teams.ownerOf('web')).toBe('group:default/web');
  expect(changed).toHaveBeenCalledTimes(2);
  teams.stop();
});

it('reads once, however many ask', async () => {
  const catalog = catalogServiceMock({ entities: [group('payments')] });
  const read = jest.spyOn(catalog, 'streamEntities');
  const { teams } = setup(catalog);
  await Promise.all([teams.refresh(), teams.refresh(), teams.refresh()]);
  expect(read).toHaveBeenCalledTimes(1);
  teams.stop();
});

it('wakes nobody once it has ended, though it was just reading', async () => {
  const { teams, logger, changed } = setup();
  const reading = teams.refresh();
  teams.stop();
  await reading;
  expect(changed).not.toHaveBeenCalled();
  expect(logger.warn).not.toHaveBeenCalled();
  expect(jest.getTimerCount()).toBe(0);
});
