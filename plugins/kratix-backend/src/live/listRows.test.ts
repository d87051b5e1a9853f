import { compareTitles } from './listRows';

it('orders titles as people look them up', () => {
  const titles = ['postgres 10', 'DNS record', 'Data pipeline', 'Postgres 2'];
  expect([...titles].sort(compareTitles)).toEqual([
    'Data pipeline',
    'DNS record',
    'Postgres 2',
    'postgres 10',
  ]);
});

it('has one order for titles that differ in case alone', () => {
  expect(compareTitles('redis', 'Redis')).toBe(
    -compareTitles('Redis', 'redis'),
  );
  expect(compareTitles('redis', 'redis')).toBe(0);
});
