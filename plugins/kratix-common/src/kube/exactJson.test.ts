import { exactNumber, parseExact, stringifyExact } from './exactJson';

it.each([
  '{"a":9007199254740993}',
  '[-9223372036854775808,18446744073709551615,1]',
  '{"a":{"__proto__":{"b":12345678901234567890}},"c":"1234567890123456789"}',
  '{"a":1.5,"b":null,"c":[],"d":{},"e":""}',
  '12345678901234567890',
])('keeps %s', text => {
  expect(stringifyExact(parseExact(text))).toBe(text);
});

it('has numbers where numbers are exact, bigints where they are not', () => {
  expect(parseExact('[9007199254740991,9007199254740992,1.5,1e3]')).toEqual([
    9007199254740991,
    9007199254740992n,
    1.5,
    1000,
  ]);
});

it.each([
  ['0.12345678901234567890', 0.1234567890123456789],
  ['1e400', Infinity],
  ['9'.repeat(50), 1e50],
  ['-9007199254740992', -9007199254740992n],
])('reads %s as %p', (text, number) => {
  expect(exactNumber(text)).toBe(number);
});

it('keeps what a name of the prototype holds an own property', () => {
  const value = parseExact('{"__proto__":{"x":12345678901234567890}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(Object(value))).toEqual(['__proto__']);
});

it.each(['', '{', '{"a":12345678901234567890'])('refuses %p', text => {
  expect(() => parseExact(text)).toThrow(SyntaxError);
});

it('writes with an indentation like JSON.stringify', () => {
  expect(stringifyExact({ a: 12345678901234567890n }, 2)).toBe(
    '{\n  "a": 12345678901234567890\n}',
  );
});

it.each([
  '{"a": 9007199254740993 }',
  '[ 9007199254740993\n]',
  '[[1,-9007199254740993],0]',
  ' 9007199254740993',
])('notices the large number of %p', text => {
  expect(stringifyExact(parseExact(text))).toBe(text.replace(/\s/g, ''));
});

it('takes the last of two fields of a name, with and without large numbers', () => {
  expect(parseExact('{"a":1,"a":2}')).toEqual({ a: 2 });
  expect(parseExact('{"a":9007199254740993,"a":2}')).toEqual({ a: 2 });
});

it('does not read texts of digits at length', () => {
  const text = '{"hash":"0123456789012345","uid":"a-123456789012345678"}';
  expect(parseExact(text)).toEqual(JSON.parse(text));
});

it('refuses to write what holds itself', () => {
  const ring: Record<string, unknown> = { a: 12345678901234567890n };
  ring.ring = ring;
  expect(() => stringifyExact(ring)).toThrow(TypeError);
});

it('reads what is nested too deep, at the price of its digits', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const read = parseExact(`{"a":12345678901234567890,"deep":${deep},"b":"c"}`);
  expect(read).toMatchObject({ a: 12345678901234567000, b: 'c' });
});
