import { facetOf } from './facetOf';
import { narrowing } from './narrowing';
import { sorting } from './sorting';
import type { ListQuery } from './useListQuery';

function queryOf(address: Record<string, string>) {
  const set = jest.fn<void, Parameters<ListQuery['set']>>();
  const query: ListQuery = {
    get: key => address[key],
    all: key => address[key]?.split(',') ?? [],
    set,
  };
  return { query, set };
}

it.each([
  ['another column', {}, 'age', { sort: 'age', dir: 'asc' }],
  ['the same', { sort: 'age' }, 'age', { sort: 'age', dir: 'desc' }],
  [
    'the same, from its end',
    { sort: 'age', dir: 'desc' },
    'age',
    { sort: 'age', dir: 'asc' },
  ],
  ['what holds unsaid', {}, 'name', { sort: 'name', dir: 'desc' }],
])('sorting by %s', (_situation, address, by, expected) => {
  const { query, set } = queryOf(address);
  sorting(query, 'name').onSort(by);
  expect(set).toHaveBeenCalledWith(expected);
});

it('knows what narrows a list, and clears that alone', () => {
  const { query, set } = queryOf({ status: 'failed', view: 'table' });
  const { filtered, clear } = narrowing(query, ['q', 'status']);
  expect(filtered).toBe(true);
  clear();
  expect(set).toHaveBeenCalledWith({ q: undefined, status: undefined });
  expect(narrowing(query, ['q']).filtered).toBe(false);
});

it('names the values of a filter, and leaves out what is none', () => {
  const { query } = queryOf({ team: 'payments' });
  const counted = [
    { value: 'payments', title: 'Payments', count: 2 },
    { value: 'search', count: 1 },
    { value: '', count: 7 },
  ];
  const wordOf = (value: string) => value.toUpperCase();
  const team = { key: 'team', title: 'Team', query, wordOf };
  expect(facetOf({ ...team, counted })).toMatchObject({
    chosen: ['payments'],
    options: [
      { value: 'payments', title: 'Payments', count: 2 },
      { value: 'search', title: 'SEARCH', count: 1 },
    ],
  });
  expect(facetOf({ ...team, counted: undefined }).options).toEqual([]);
});
