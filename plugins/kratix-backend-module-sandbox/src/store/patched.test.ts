import { parseExact } from '@kratix-portal/backstage-plugin-kratix-common';
import { withFloatLimits } from './floatLimits';
import { jsonPatched, PatchMisfit } from './jsonPatch';
import { mergePatched } from './mergePatch';
import { parseExactYaml, withServedNumbers } from './servedNumbers';

const odd = 9007199254740993n;
const document = Object.freeze({
  a: Object.freeze([1, Object.freeze({ b: odd })]),
  c: null,
});

describe('a JSON patch', () => {
  const patch = (...operations: object[]) => jsonPatched(document, operations);

  it.each([
    [
      { op: 'add', path: '/a/1', value: 2 },
      { a: [1, 2, { b: odd }], c: null },
    ],
    [
      { op: 'add', path: '/a/-', value: 2 },
      { a: [1, { b: odd }, 2], c: null },
    ],
    [
      { op: 'add', path: '/a/1/b', value: 2 },
      { a: [1, { b: 2 }], c: null },
    ],
    [
      { op: 'replace', path: '/c', value: odd },
      { ...document, c: odd },
    ],
    [{ op: 'replace', path: '', value: { d: 1 } }, { d: 1 }],
    [
      { op: 'remove', path: '/a/-1' },
      { a: [1], c: null },
    ],
    [{ op: 'remove', path: '/c' }, { a: document.a }],
    [
      { op: 'move', from: '/a/0', path: '/c' },
      { a: [{ b: odd }], c: 1 },
    ],
    [
      { op: 'copy', from: '/a/1/b', path: '/c' },
      { ...document, c: odd },
    ],
    [{ op: 'test', path: '/a/1', value: { b: odd } }, document],
    [{ op: 'test', path: '/c', value: null }, document],
    [{ op: 'test', path: '/absent', value: null }, document],
  ])('%p gives a new document', (operation, expected) => {
    expect(patch(operation)).toEqual(expected);
  });

  it.each([
    [{ op: 'add', path: '/a/3', value: 1 }],
    [{ op: 'add', path: '/a/-4', value: 1 }],
    [{ op: 'add', path: '/a/01', value: 1 }],
    [{ op: 'add', path: '/a/b', value: 1 }],
    [{ op: 'add', path: '/x/y', value: 1 }],
    [{ op: 'add', path: '/c/y', value: 1 }],
    [{ op: 'add', path: '/a/0/x', value: 1 }],
    [{ op: 'add', path: '/c' }],
    [{ op: 'add', path: 'c', value: 1 }],
    [{ op: 'replace', path: '/x', value: 1 }],
    [{ op: 'replace', path: '/toString', value: 1 }],
    [{ op: 'remove', path: '/a/2' }],
    [{ op: 'remove', path: '' }],
    [{ op: 'move', path: '/d' }],
    [{ op: 'copy', from: '/x', path: '/d' }],
    [{ op: 'test', path: '/a/1/b', value: 9007199254740992n }],
    [{ op: 'test', path: '/a/5', value: null }],
    [{ op: 'rename', path: '/a' }],
  ])('refuses %p', operation => {
    expect(() => patch(operation)).toThrow(PatchMisfit);
  });

  it('sets fields that are called like those of a prototype', () => {
    const after = patch(
      { op: 'add', path: '/__proto__', value: { a: 1 } },
      { op: 'add', path: '/__proto__/b', value: 2 },
      { op: 'add', path: '/constructor', value: 3 },
      { op: 'remove', path: '/__proto__/a' },
    );
    expect(Object.entries(after as object).slice(2)).toEqual([
      ['__proto__', { b: 2 }],
      ['constructor', 3],
    ]);
    expect(Reflect.get({}, 'b')).toBeUndefined();
  });
});

it.each([
  ['{"a":1,"b":{"c":2}}', '{"b":{"c":null,"d":3}}', '{"a":1,"b":{"d":3}}'],
  ['{"a":[1,2]}', '{"a":[3,{"b":null}]}', '{"a":[3,{}]}'],
  ['{"a":1}', '{"a":{"b":null,"c":{"d":null}}}', '{"a":{"c":{}}}'],
  ['{}', '{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}'],
  [
    '{"constructor":1,"z":1}',
    '{"constructor":2,"z":null}',
    '{"constructor":2}',
  ],
])('merges into %s the patch %s', (target, patch, expected) => {
  const after = mergePatched(JSON.parse(target), JSON.parse(patch));
  expect(JSON.stringify(after)).toBe(expected);
});

it('keeps whole numbers within int64, and others as the nearest float64', () => {
  const given =
    '[1,9007199254740993,9223372036854775807,9223372036854775808,-9223372036854775809,1e21]';
  expect(withServedNumbers(parseExact(given))).toEqual([
    1,
    odd,
    9223372036854775807n,
    9223372036854775808,
    -9223372036854775808,
    1e21,
  ]);
  expect(() => withServedNumbers([1e400])).toThrow('float64');
  expect(parseExactYaml(`{ a: ${odd}, b: 3, c: 1.10 }`)).toEqual({
    a: odd,
    b: 3,
    c: 1.1,
  });
});

it('rounds the limits of a schema, wherever they are, and nothing else', () => {
  const limited = (limit: unknown) => ({ type: 'integer', maximum: limit });
  const schemaWith = (limit: unknown) => ({
    default: odd,
    enum: [odd],
    properties: { maximum: limited(limit) },
    items: limited(limit),
    anyOf: [limited(limit)],
  });
  expect(withFloatLimits(schemaWith(odd))).toEqual(
    schemaWith(9007199254740992),
  );
  const untouched = schemaWith(5);
  expect(withFloatLimits(untouched)).toBe(untouched);
});
