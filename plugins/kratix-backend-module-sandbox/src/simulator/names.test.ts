import {
  bindingName,
  contentHash,
  createSuffixes,
  generatedName,
  groupId,
  labelValue,
  revisionName,
} from './names';

describe('names as Kratix makes them', () => {
  it.each([
    ['a revision', revisionName('redis', 'v0.1.0'), 'redis-77ba1'],
    ['a binding', bindingName('orders', 'database'), 'orders-database-f7696'],
    ['the id of the root group', groupId('.').slice(0, 5), '5058f'],
    [
      'a long name, cut',
      generatedName(['a'.repeat(56), 'b-c'], '01234'),
      `${'a'.repeat(56)}-01234`,
    ],
    [
      'parts that are absent',
      generatedName(['kratix', undefined, 'x'], '01234'),
      'kratix-x-01234',
    ],
    ['a label value that fits', labelValue('orders'), 'orders'],
  ])('%s', (_what, name, expected) => expect(name).toBe(expected));

  it('hashes label values that are too long', () => {
    expect(labelValue('x'.repeat(64))).toMatch(/^[0-9a-f]{32}$/);
  });

  it('hashes content, whatever the order of keys', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(
      contentHash({ b: { d: 3, c: 2 }, a: 1 }),
    );
    const changing = { a: 1 };
    const before = contentHash(changing);
    changing.a = 2;
    expect(contentHash(changing)).not.toBe(before);
  });

  it('makes the same random suffixes from the same seed', () => {
    const ten = (seed: number) => {
      const next = createSuffixes(seed);
      return Array.from({ length: 10 }, next);
    };
    expect(ten(7)).toEqual(ten(7));
    expect(new Set(ten(7)).size).toBe(10);
    expect(ten(7)).not.toEqual(ten(8));
    expect(ten(7).every(one => /^[0-9a-f]{5}$/.test(one))).toBe(true);
  });
});
