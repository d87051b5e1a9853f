import { fixedBy, fixedFieldsBy } from './fixed';

const ruled = (rule: string) => ({
  'x-kubernetes-validations': [{ rule, message: 'stays' }],
});

describe('a rule that forbids change', () => {
  it.each([
    'self == oldSelf',
    'oldSelf == self',
    '!(self != oldSelf)',
    '(self == oldSelf)',
    'self == oldSelf && self.size() > 0',
    '!oldSelf.hasValue() || self == oldSelf.value()',
    'oldSelf.hasValue() ? self == oldSelf.value() : true',
    'oldSelf.orValue(self) == self',
  ])('%s', rule => {
    expect(fixedBy(ruled(rule))).toEqual({ message: 'stays' });
  });

  it.each([
    'self >= oldSelf',
    'self == "oldSelf"',
    'self == oldSelf || self == "other"',
    'oldSelf == "" || self == oldSelf',
    'self.x == oldSelf.x',
    'self != oldSelf',
    'self == oldSelf ? true : self == "b"',
    'self.all(x, x == oldSelf)',
    'self == oldSelf ||',
  ])('but not %s', rule => {
    expect(fixedBy(ruled(rule))).toBeUndefined();
  });

  it.each<[string, string[][]]>([
    ['self.x == oldSelf.x', [['x']]],
    ['self.x.y == oldSelf.x.y', [['x', 'y']]],
    ["self['a.b'] == oldSelf['a.b']", [['a.b']]],
    ['self.a__dot__b == oldSelf.a__dot__b', [['a.b']]],
    ['!has(oldSelf.x) || self.x == oldSelf.x', [['x']]],
    ['!has(oldSelf.x) || has(self.x) && self.x == oldSelf.x', [['x']]],
    ['!has(oldSelf.x) || self.x.y == oldSelf.x.y', [['x', 'y']]],
    ['has(oldSelf.x) ? self.x == oldSelf.x : true', [['x']]],
    ['self.x == oldSelf.x && oldSelf.y == self.y', [['x'], ['y']]],
    [
      'has(self.x) == has(oldSelf.x) && (!has(oldSelf.x) || self.x == oldSelf.x)',
      [['x']],
    ],
    ['oldSelf.?x.orValue(self.x) == self.x', [['x']]],
    ['!has(oldSelf.x) || has(self.x)', []],
    ['!has(oldSelf.mode) || self.x == oldSelf.x', []],
    ['self.x == oldSelf.y', []],
    ['self == oldSelf', []],
  ])('%s fixes %j', (rule, paths) => {
    expect(fixedFieldsBy(ruled(rule)).map(({ path }) => path)).toEqual(paths);
  });
});
