import fc from 'fast-check';
import { compareVersions, type VersionOrder } from './compareVersions';

it.each<[string, string, VersionOrder]>([
  ['v0.1.0', 'v0.1.0', 'same'],
  ['v0.1.0', 'v0.2.0', 'newer'],
  ['v0.10.0', 'v0.9.0', 'older'],
  ['0.1.0', 'v0.2.0', 'newer'],
  ['v1.0.0-beta.5', 'v1.0.0-beta.12', 'newer'],
  ['v1.0.0-beta.5', 'v1.0.0', 'newer'],
  ['v1.0.0', 'v1.0.0-rc.1', 'older'],
  ['v1', 'v2', 'newer'],
  ['v1', 'v1.1', 'newer'],
  ['v2', 'v1.9.9', 'older'],
  ['20240101', '20240201', 'newer'],
  // Kratix tells these apart, and neither is later.
  ['1.0.0', 'v1.0.0', 'unordered'],
  ['v1', 'v1.0.0', 'unordered'],
  ['v1.0.0+a', 'v1.0.0+b', 'unordered'],
  ['2024-01', '2024-02', 'unordered'],
  ['stable', 'v1.0.0', 'unordered'],
  ['v1.0.0', 'stable', 'unordered'],
  ['', 'v1.0.0', 'unordered'],
  ['v1.2.3.4', 'v1.2.3.5', 'unordered'],
  ['latest', 'latest', 'same'],
])('from %s to %s is %s', (from, to, order) => {
  expect(compareVersions(from, to)).toBe(order);
});

it('is the reverse the other way round, whatever the texts', () => {
  const reversed: Record<VersionOrder, VersionOrder> = {
    same: 'same',
    newer: 'older',
    older: 'newer',
    unordered: 'unordered',
  };
  const number = fc.nat(20).map(String);
  const version = fc.oneof(
    fc.string(),
    fc.tuple(number, number, number).map(parts => `v${parts.join('.')}`),
    number,
  );
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(compareVersions(b, a)).toBe(reversed[compareVersions(a, b)]);
    }),
  );
});
