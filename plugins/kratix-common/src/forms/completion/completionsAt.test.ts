import { parse } from 'yaml';
import type { OpenApiSchema } from '../../schemas';
import { completionsAt } from './completionsAt';

const schema: OpenApiSchema = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object' },
    status: { type: 'object' },
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        note: { type: 'string', description: '<b>Plain</b> `text`' },
        size: { type: 'string', enum: ['small', 'on', 'very, large'] },
        tls: { type: 'boolean', default: true },
        port: { 'x-kubernetes-int-or-string': true },
        limit: { type: 'integer', nullable: true, enum: [9007199254740993n] },
        users: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string' },
              role: { type: 'string', enum: ['reader', 'writer'] },
            },
          },
        },
        tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
        places: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { zone: { type: 'string' } },
          },
        },
        manifest: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          'x-kubernetes-preserve-unknown-fields': true,
        },
        choice: {
          oneOf: [
            { type: 'object', properties: { left: { type: 'string' } } },
            { type: 'object', properties: { right: { type: 'string' } } },
          ],
        },
        'a: b': { type: 'string' },
      },
    },
  },
};

/** `|` is the cursor. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = completionsAt(schema, text, offset);
  return {
    ...found,
    labels: found.options.map(({ label }) => label),
    accept(label: string) {
      const option = found.options.find(one => one.label === label);
      if (!option) throw new Error(`${label} is not offered`);
      return text.slice(0, found.from) + option.insert + text.slice(found.to);
    },
  };
}

const userKeys = ['name', 'role'];
const specKeys = [
  ...['size', 'note', 'tls', 'port', 'limit', 'users', 'tags', 'places'],
  ...['manifest', 'choice', 'a: b'],
];

describe('what is offered', () => {
  it.each([
    ['an empty text', '|', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['below an object', 'spec:\n  |', specKeys],
    ['a name that was begun', 'spec:\n  si|', specKeys],
    [
      'between fields, without those there',
      'spec:\n  size: small\n  |\n  tls: true\n',
      specKeys.filter(name => name !== 'size' && name !== 'tls'),
    ],
    [
      'a begun name between fields',
      'spec:\n  no|\n  size: small\n',
      specKeys.filter(name => name !== 'size'),
    ],
    [
      'a name that has a value',
      'spec:\n  no|te: x\n  size: small\n',
      specKeys.filter(name => name !== 'size'),
    ],
    [
      'back at the margin',
      'spec:\n  size: small\n|',
      ['apiVersion', 'kind', 'metadata'],
    ],
    [
      'fields of metadata',
      'metadata:\n  |',
      ['name', 'namespace', 'labels', 'annotations'],
    ],
    [
      'values of an enum',
      'spec:\n  size: |',
      ['small', '"on"', '"very, large"'],
    ],
    [
      'a value that was begun',
      'spec:\n  size: sm|\n  tls: true',
      ['small', '"on"', '"very, large"'],
    ],
    [
      'a value in quotes',
      'spec:\n  size: "sm|"',
      ['small', '"on"', '"very, large"'],
    ],
    ['a switch, its default first', 'spec:\n  tls: |', ['true', 'false']],
    ['what may be null', 'spec:\n  limit: |', ['9007199254740993', 'null']],
    ['a field of an item', 'spec:\n  users:\n    - |', userKeys],
    [
      'a second field of an item',
      'spec:\n  users:\n    - name: x\n      |',
      ['role'],
    ],
    [
      'an item that has its dash at its parent',
      'spec:\n  users:\n  - name: x\n  - |',
      userKeys,
    ],
    [
      'a value inside an item',
      'spec:\n  users:\n  - role: |',
      ['reader', 'writer'],
    ],
    ['an item of a list of values', 'spec:\n  tags:\n    - |', ['a', 'b']],
    ['a second item of it', 'spec:\n  tags:\n    - a\n    - |\n', ['a', 'b']],
    ['a list that has no dash yet', 'spec:\n  users:\n    |', userKeys],
    [
      'inside braces',
      'spec: {size: small, |}',
      specKeys.filter(name => name !== 'size'),
    ],
    [
      'a value inside braces',
      'spec: {size: |}',
      ['small', '"on"', '"very, large"'],
    ],
    ['inside brackets', 'spec: {tags: [a, |]}', ['a', 'b']],
    [
      'under a name that people choose',
      'spec:\n  places:\n    here:\n      |',
      ['zone'],
    ],
    [
      'a manifest in a field',
      'spec:\n  manifest:\n    |',
      ['apiVersion', 'kind', 'metadata'],
    ],
    [
      'its metadata',
      'spec:\n  manifest:\n    metadata:\n      |',
      ['name', 'namespace', 'labels', 'annotations'],
    ],
    ['one of several shapes', 'spec:\n  choice:\n    |', ['left', 'right']],
    ['after a broken line', 'kind: [\nspec:\n  users:\n    - name: "x\n', []],
  ])('%s', (_situation, text, labels) => {
    expect(at(text.includes('|') ? text : `${text}|`).labels).toEqual(labels);
  });

  it.each([
    ['a comment', '# spec: |'],
    ['a block of text', 'spec:\n  note: |-\n    si\u0000'],
    ['a field that takes any text', 'spec:\n  note: |'],
    ['a field that nobody knows', 'spec:\n  other:\n    |'],
    ['a value of the wrong shape', 'spec:\n  note:\n    x: |'],
  ])('nothing in %s', (_situation, text) => {
    const [marked, cursor] = text.includes('\u0000')
      ? [text.replace('\u0000', ''), text.indexOf('\u0000')]
      : [text.replace('|', ''), text.indexOf('|')];
    expect(completionsAt(schema, marked, cursor).options).toEqual([]);
  });

  it('says type, need, default and the description as it is', () => {
    const { options } = at('spec:\n  |');
    const size = options.find(({ label }) => label === 'size');
    expect(size).toMatchObject({ detail: 'enum', required: true });
    expect(options.find(({ label }) => label === 'users')).toMatchObject({
      detail: 'object[]',
      required: false,
    });
    const note = options.find(({ label }) => label === 'note');
    expect(note?.info).toBe('<b>Plain</b> `text`');
    const [first] = at('spec:\n  tls: |').options;
    expect(first).toMatchObject({ label: 'true', isDefault: true });
  });
});

describe('what is written', () => {
  it.each([
    ['spec:\n  si|', 'size', 'spec:\n  size: '],
    ['spec:\n  si|ze: small', 'note', 'spec:\n  note: small'],
    ['spec:\n  size: sm|all # why', '"on"', 'spec:\n  size: "on" # why'],
    ['spec:\n  size: "x|"\n', 'small', 'spec:\n  size: small\n'],
    ['s|', 'spec', 'spec:\n  '],
    ['spec:\n  |', 'users', 'spec:\n  users:\n    - '],
    ['spec:\n  users:\n    |', 'name', 'spec:\n  users:\n    - name: '],
    ['spec:\n  |', 'a: b', 'spec:\n  "a: b": '],
    ['spec: {|}', 'users', 'spec: {users: }'],
    ['spec: {tags: [a|]}', 'b', 'spec: {tags: [b]}'],
  ])('%j, %s', (text, label, expected) => {
    expect(at(text).accept(label)).toBe(expected);
  });

  it('reads back as the value that was meant', () => {
    for (const { label, accept } of [
      { label: '"very, large"', accept: at('spec: {size: |}').accept },
      { label: '"on"', accept: at('spec: {size: |}').accept },
    ]) {
      const written: unknown = parse(accept(label), { version: '1.1' });
      expect(written).toEqual({ spec: { size: JSON.parse(label) } });
    }
  });
});

describe('large and hostile texts', () => {
  const within = (text: string, offset = text.length) => {
    const startedAt = performance.now();
    const { options } = completionsAt(schema, text, offset);
    return { options, ms: performance.now() - startedAt };
  };

  it('a large text costs no more than a small one', () => {
    const users = Array.from(
      { length: 40_000 },
      (_, n) => `    - name: user-${n}\n      role: reader\n`,
    ).join('');
    const text = `spec:\n  note: a\n  users:\n${users}    - name: last\n      `;
    expect(text.length).toBeGreaterThan(1_000_000);
    within(text);
    const { options, ms } = within(text);
    expect(options.map(({ label }) => label)).toEqual(['role']);
    expect(ms).toBeLessThan(1_000);
    const top = within(`${text}name: x\n  `);
    expect(top.options.map(({ label }) => label)).toContain('size');
  });

  it.each([
    ['endless brackets', '['.repeat(1_000_000)],
    ['brackets on lines', '[\n'.repeat(300_000)],
    ['brackets within braces', '{a: ['.repeat(100_000)],
    ['one long line', `spec: ${'x'.repeat(1_000_000)}`],
    [
      'indentation without end',
      Array.from({ length: 1_400 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    ],
    ['empty lines', '\n'.repeat(1_000_000)],
    ['dashes', '- '.repeat(3_000)],
    ['aliases', `a: &a [x]\n${'b: *a\n'.repeat(100_000)}`],
    [
      'no text at all',
      String.fromCharCode(
        ...Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 65_536),
      ),
    ],
  ])('%s neither throw nor hang', (_name, text) => {
    const ends = [0, Math.floor(text.length / 2), text.length];
    for (const offset of ends) {
      expect(within(text, offset).ms).toBeLessThan(3_000);
    }
  });
});
