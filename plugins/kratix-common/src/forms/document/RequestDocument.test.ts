import type { FieldOfObject, FieldPlan, ObjectPlan } from '../plan';
import { RequestDocument } from './RequestDocument';

const text = `# for the shop
apiVersion: data.example.com/v1
kind: Redis
metadata:
  name: cache # as in the wiki
  namespace: shop
spec:
  # ask before you change this
  size: small
  limits: { cpu: 2 }
  users:
    - name: ann # owner
    - name: bob
`;

const spec = (yaml: string) =>
  `kind: Redis\nspec:\n${yaml.replace(/^/gm, '  ')}\n`;

describe('a text that a form edits', () => {
  it.each<[string, (document: RequestDocument) => void, [string, string]]>([
    [
      'a value',
      document => document.set(['spec', 'size'], 'large'),
      ['size: small', 'size: large'],
    ],
    [
      'a value beside a comment',
      document => document.set(['spec', 'users', 0, 'name'], 'eve'),
      ['name: ann', 'name: eve'],
    ],
    [
      'text that reads like a number',
      document => document.set(['spec', 'size'], '1'),
      ['size: small', 'size: "1"'],
    ],
    [
      'text that an older YAML would take for a switch',
      document => document.set(['spec', 'size'], 'yes'),
      ['size: small', 'size: "yes"'],
    ],
    [
      'a whole number that no double holds',
      document => document.set(['spec', 'size'], 9223372036854775807n),
      ['size: small', 'size: 9223372036854775807'],
    ],
    [
      'a list moved, comments with their items',
      document => document.move(['spec', 'users'], 0, 1),
      [
        '    - name: ann # owner\n    - name: bob\n',
        '    - name: bob\n    - name: ann # owner\n',
      ],
    ],
    [
      'an item removed',
      document => document.remove(['spec', 'users', 1]),
      ['    - name: bob\n', ''],
    ],
    [
      'an item added',
      document => document.insert(['spec', 'users'], 1, { name: 'eve' }),
      ['    - name: bob', '    - name: eve\n    - name: bob'],
    ],
    [
      'a key renamed in its place',
      document => document.rename(['spec', 'limits'], 'cpu', 'memory'),
      ['cpu: 2', 'memory: 2'],
    ],
    [
      'a field added at the end',
      document => document.set(['spec', 'backup', 'daily'], true),
      ['    - name: bob\n', '    - name: bob\n  backup:\n    daily: true\n'],
    ],
    [
      'a mapping set again keeps its comments',
      document =>
        document.set(['spec', 'users'], [{ name: 'ann' }, { name: 'zoe' }]),
      ['name: bob', 'name: zoe'],
    ],
  ])('keeps all else: %s', (_what, edit, [before, after]) => {
    const document = RequestDocument.ofText(text);
    edit(document);
    expect(document.text).toBe(text.replace(before, after));
    expect(RequestDocument.ofText(document.text).value).toEqual(document.value);
  });

  it('is what was typed, as long as nobody edits', () => {
    const typed = 'spec:   {a:   1}\n\n\n# end';
    expect(RequestDocument.ofText(typed).text).toBe(typed);
  });
});

describe('values', () => {
  it.each<[string, string, unknown]>([
    ['a safe number', 'a: 9007199254740991', { a: 9007199254740991 }],
    ['beyond it', 'a: 9007199254740993', { a: 9007199254740993n }],
    ['below it', 'a: -9223372036854775808', { a: -9223372036854775808n }],
    ['a fraction', 'a: 0.1', { a: 0.1 }],
    [
      'null, empty text, nothing in it',
      'a:\nb: ""\nc: {}\nd: []',
      { a: null, b: '', c: {}, d: [] },
    ],
    ['names of other types', '10: a\ntrue: b', { '10': 'a', true: 'b' }],
    ['an alias', 'a: &x { n: 1 }\nb: *x', { a: { n: 1 }, b: { n: 1 } }],
    ['words of an older YAML are text', 'a: yes', { a: 'yes' }],
  ])('%s', (_what, yaml, value) => {
    expect(RequestDocument.ofText(spec(yaml)).get(['spec'])).toEqual(value);
  });

  it.each([
    '__proto__',
    'constructor',
    'a.b',
    'a/b',
    'a~1b',
    '',
    '10',
    'größe',
  ])('a field called %p is a field like any other', name => {
    const document = RequestDocument.of({ spec: {} });
    const path = ['spec', name];
    expect(document.has(path)).toBe(false);
    expect(document.get(path)).toBeUndefined();
    document.set([...path, 'deep'], 'x');
    expect(document.has([...path, 'deep'])).toBe(true);
    const again = RequestDocument.ofText(document.text);
    expect(again.errors).toEqual([]);
    expect(again.get([...path, 'deep'])).toBe('x');
    expect({}).not.toHaveProperty('deep');
    document.remove(path);
    expect(document.has(path)).toBe(false);
  });

  it('shares what did not change, and tells once a change', () => {
    const document = RequestDocument.ofText(text);
    const told = jest.fn();
    const users = document.get(['spec', 'users']);
    document.subscribe(told);
    document.set(['spec', 'size'], 'large');
    expect(document.get(['spec', 'users'])).toBe(users);
    document.set(['spec', 'size'], 'large');
    expect(told).toHaveBeenCalledTimes(1);
    document.setText(document.text.replace('large', 'tiny'));
    expect(document.get(['spec', 'users'])).toBe(users);
    expect(document.get(['spec', 'size'])).toBe('tiny');
  });

  it('edits one of two places that shared an anchor', () => {
    const document = RequestDocument.ofText(
      spec('a: &x\n  n: 1\nb: *x\nc: *x'),
    );
    document.set(['spec', 'b', 'n'], 2);
    const value = { a: { n: 1 }, b: { n: 2 }, c: { n: 1 } };
    expect(document.get(['spec'])).toEqual(value);
    expect(RequestDocument.ofText(document.text).get(['spec'])).toEqual(value);
  });

  it('writes a value that is there twice out twice', () => {
    const shared = { n: 1 };
    const document = RequestDocument.of({ a: shared, b: shared });
    document.set(['c'], [shared, shared]);
    expect(document.text).not.toMatch(/[&*]/);
  });
});

describe('a text that can not be read', () => {
  it.each<[string, string, string, number]>([
    ['broken', 'kind: Redis\nspec: [1', 'syntax', 2],
    ['a key twice', 'kind: Redis\nspec:\n  a: 1\n  a: 2', 'duplicate-key', 4],
    [
      'a key twice as JSON has it',
      'spec:\n  10: 1\n  "10": 2',
      'duplicate-key',
      3,
    ],
    ['a list', '- a', 'not-a-mapping', 1],
    ['nothing', '', 'not-a-mapping', 1],
    ['two documents', 'a: 1\n---\nb: 1', 'syntax', 2],
    ['a tag that nobody knows', 'a: 1\nb: !secret x', 'syntax', 2],
    ['no number of JSON', 'a: 1\nb: .inf', 'not-json', 2],
    ['a name that is a list', '[a]: 1', 'not-json', 1],
    ['itself in itself', 'a: &x [*x]', 'syntax', 1],
    ['an anchor that is not there', 'a: *x', 'syntax', 1],
    ['far too long', `a: ${'x'.repeat(1_500_000)}`, 'too-large', 1],
    ['too deep', `a: ${'['.repeat(2_000)}${']'.repeat(2_000)}`, 'too-large', 1],
    ['far too deep', `a: 1\nb: ${'- '.repeat(100_000)}`, 'too-large', 2],
    [
      'a few lines that stand for millions of nodes',
      [...'abcdefgh']
        .map((name, index, all) => {
          const inside = index === 0 ? '1' : `*${all[index - 1]}`;
          return `${name}: &${name} [${Array(10).fill(inside).join(', ')}]`;
        })
        .join('\n'),
      'too-large',
      6,
    ],
  ])('%s: says where, and keeps the value', (_what, broken, code, line) => {
    const document = RequestDocument.ofText(text);
    const { value } = document;
    const [error] = document.setText(broken);
    expect(error).toMatchObject({ code, line });
    expect(error.column).toBeGreaterThan(0);
    expect(document.errors).toContain(error);
    expect(document.text).toBe(broken);
    expect(document.value).toBe(value);
    document.setText(text);
    expect(document.errors).toEqual([]);
  });

  it('gives way to a form that is used instead', () => {
    const document = RequestDocument.ofText(text);
    document.setText('a: [');
    document.set(['spec', 'size'], 'large');
    expect(document.errors).toEqual([]);
    expect(document.text).toContain('# ask before you change this');
  });
});

describe('what an edit sends', () => {
  const original = {
    apiVersion: 'data.example.com/v1',
    kind: 'Redis',
    metadata: {
      name: 'cache',
      namespace: 'shop',
      resourceVersion: '7',
      generation: 3,
      labels: { 'kratix.io/promise-name': 'redis', team: 'a' },
      annotations: { 'kratix.io/x': 'y' },
    },
    spec: { size: 'small', big: 9007199254740993n, users: ['a'], 'a/b~': 1 },
    status: { phase: 'Ready' },
  };

  it.each<[string, (document: RequestDocument) => void, unknown[]]>([
    ['nothing', () => {}, []],
    [
      'one field',
      document => document.set(['spec', 'size'], 'large'),
      [{ op: 'replace', path: '/spec/size', value: 'large' }],
    ],
    [
      'a number that no double holds, and one whose digits stayed',
      document => document.set(['spec', 'big'], 9007199254740995n),
      [{ op: 'replace', path: '/spec/big', value: 9007199254740995n }],
    ],
    [
      'null is no removal',
      document => document.set(['spec', 'size'], null),
      [{ op: 'replace', path: '/spec/size', value: null }],
    ],
    [
      'a removal',
      document => document.remove(['spec', 'a/b~']),
      [{ op: 'remove', path: '/spec/a~1b~0' }],
    ],
    [
      'a label, beside those of the platform',
      document => document.set(['metadata', 'labels', 'tier'], 'gold'),
      [{ op: 'add', path: '/metadata/labels/tier', value: 'gold' }],
    ],
    [
      'the last label of a person',
      document => document.remove(['metadata', 'labels']),
      [{ op: 'remove', path: '/metadata/labels/team' }],
    ],
    [
      'a first annotation beside those of the platform',
      document => document.set(['metadata', 'annotations'], { note: 'x' }),
      [{ op: 'add', path: '/metadata/annotations/note', value: 'x' }],
    ],
    [
      'nothing of what a person may not write',
      document => {
        document.set(['metadata', 'name'], 'other');
        document.set(['metadata', 'labels', 'kratix.io/hash'], 'x');
        document.set(['status'], { phase: 'Mine' });
      },
      [],
    ],
  ])('%s', (_what, edit, operations) => {
    const document = RequestDocument.ofObject(original);
    edit(document);
    expect(document.patchFrom(original)).toEqual(operations);
  });

  it('shows nothing that the platform wrote', () => {
    const { text: shown } = RequestDocument.ofObject(original);
    expect(shown).not.toMatch(/kratix\.io|resourceVersion|status|generation/);
  });
});

describe('what a new request leaves out', () => {
  const field = (name: string, plan: FieldPlan, required = false) => ({
    name,
    key: name,
    required,
    plan,
  });
  const objectOf = (...fields: FieldOfObject[]): ObjectPlan => ({
    kind: 'object',
    rest: false,
    fields,
  });
  const backup = objectOf(field('daily', { kind: 'flag', default: true }));
  const poolSize = { kind: 'number', integer: true, default: 5 } as const;
  const plan = objectOf(
    field(
      'spec',
      objectOf(
        field('engine', { kind: 'text', default: '14' }, true),
        field('size', { kind: 'text', default: 'small' }),
        field('note', { kind: 'text' }),
        field('backup', { kind: 'maybe', none: 'absent', of: backup }),
        field('pool', { ...objectOf(field('size', poolSize)), default: {} }),
        field('tags', { kind: 'list', item: { kind: 'text' }, unique: false }),
      ),
      true,
    ),
  );

  it.each<[string, object, object]>([
    ['an optional default', { size: 'small' }, {}],
    ['not a required one', { engine: '14' }, { engine: '14' }],
    ['not another value', { size: 'large' }, { size: 'large' }],
    [
      'not empty text, list, object',
      { note: '', tags: [] },
      { note: '', tags: [] },
    ],
    ['not null', { note: null }, { note: null }],
    ['a whole default', { pool: { size: 5 } }, {}],
    ['its parts', { pool: { size: 6 } }, { pool: { size: 6 } }],
    [
      'a child, while its parent brings it in',
      { backup: { daily: true } },
      { backup: {} },
    ],
  ])('%s', (_what, given, sent) => {
    const document = RequestDocument.of({ kind: 'Redis', spec: given });
    expect(document.withoutDefaults(plan)).toEqual({
      kind: 'Redis',
      spec: sent,
    });
  });
});
