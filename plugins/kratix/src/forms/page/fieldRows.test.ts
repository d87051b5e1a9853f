import {
  pathText,
  rowsOfChanges,
  rowsOfFields,
  rowsOfFixed,
} from './fieldRows';

const plain = (rows: ReturnType<typeof rowsOfChanges>) =>
  rows.map(({ path, before, after }) => [pathText(path), before, after]);

it('everything that is set, field by field', () => {
  expect(
    plain(
      rowsOfFields({
        spec: {
          size: 'small',
          tags: ['a', 'b'],
          users: [{ name: 'x' }],
          none: null,
          empty: {},
          text: '',
          n: 9007199254740993n,
          'a.b': true,
        },
      }),
    ),
  ).toEqual([
    ['spec.size', undefined, { text: 'small' }],
    ['spec.tags', undefined, { text: '["a","b"]' }],
    ['spec.users[0].name', undefined, { text: 'x' }],
    ['spec.none', undefined, { text: 'null' }],
    ['spec.empty', undefined, { text: '{}' }],
    ['spec.text', undefined, { text: '""' }],
    ['spec.n', undefined, { text: '9007199254740993' }],
    ['spec["a.b"]', undefined, { text: 'true' }],
  ]);
});

it('what changed, and of what was added each field', () => {
  expect(
    plain(
      rowsOfChanges(
        { spec: { size: 'small', users: [{ name: 'x' }], gone: 1 } },
        {
          spec: {
            size: 'large',
            users: [{ name: 'x' }, { name: 'y' }],
            backup: { at: '02:00', keep: 3 },
          },
        },
      ),
    ),
  ).toEqual([
    ['spec.size', { text: 'small' }, { text: 'large' }],
    ['spec.users[1].name', undefined, { text: 'y' }],
    ['spec.gone', { text: '1' }, undefined],
    ['spec.backup.at', undefined, { text: '02:00' }],
    ['spec.backup.keep', undefined, { text: '3' }],
  ]);
});

it('a secret is told to be changed, never what it is', () => {
  expect(
    plain(rowsOfChanges({ adminPassword: 'old' }, { adminPassword: 'new' })),
  ).toEqual([['adminPassword', { hidden: true }, { hidden: true }]]);
});

it('fixed fields are named with what they hold', () => {
  const fields = [
    { path: 'spec.engine', immutable: true },
    { path: 'spec.size', immutable: false },
    { path: 'spec.users[].name', immutable: true },
    { path: 'spec.absent', immutable: true },
  ];
  expect(rowsOfFixed(fields, { spec: { engine: '16', size: 'a' } })).toEqual([
    { path: ['spec', 'engine'], after: { text: '16' }, fixed: true },
  ]);
});
