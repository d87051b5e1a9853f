import { percentile } from './percentiles';

it.each([
  ['the middle of an odd number', [3, 1, 2], 0.5, 2],
  [
    'the 95th of a hundred',
    Array.from({ length: 100 }, (_, i) => i + 1),
    0.95,
    95,
  ],
  ['the only sample', [7], 0.95, 7],
  ['the least for a share of nothing', [5, 4], 0, 4],
])('%s', (_situation, samples, share, value) => {
  expect(percentile(samples, share)).toBe(value);
});

it('has none of nothing', () => {
  expect(() => percentile([], 0.5)).toThrow('No samples were taken');
});
