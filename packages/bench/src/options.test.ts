import { readOptions, usage } from './options';

const partsOf = (...args: string[]) => {
  const { sizes, parts } = readOptions(args);
  return Object.fromEntries(sizes.map(size => [size, parts(size)]));
};

it('measures all sizes, without the catalog where it takes over all', () => {
  expect(partsOf()).toEqual({
    1_000: ['catalog'],
    10_000: ['catalog', 'browser'],
    50_000: [],
  });
  expect(partsOf('--quick')).toEqual({
    1_000: ['catalog'],
    10_000: ['catalog', 'browser'],
  });
});

it('measures what it was asked for', () => {
  expect(partsOf('50000', '--catalog')).toEqual({ 50_000: ['catalog'] });
  expect(partsOf('10000', '--no-catalog', '--no-browser')).toEqual({
    10_000: [],
  });
  expect(partsOf('300', '--browser')).toEqual({ 300: ['catalog', 'browser'] });
});

it.each(['many', '0', '1.5', '--fast'])('says how to ask, given %p', arg => {
  expect(() => readOptions([arg])).toThrow(usage);
});
