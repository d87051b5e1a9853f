import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { valueAt } from '../kube';
import { formOf, hintsOfPromise, type ObjectPlan } from './index';
import { namesOfPath } from './hintsByField';

const rooted = (properties: object, more: object = {}) => ({
  type: 'object',
  properties: { spec: { type: 'object', properties, ...more } },
});

const specOf = (form: ReturnType<typeof formOf>) =>
  Object(form.plan).fields[0].plan as ObjectPlan;

const text = { type: 'string' };

it('takes hints from the schema and, before them, from outside', () => {
  const schema = rooted({
    a: { ...text, 'x-kratix-portal': { title: 'Inside', help: 'kept' } },
  });
  const hints = { 'spec.a': { title: 'Outside ${{ 1 }}' } };
  const { uiSchema, ...form } = formOf(schema, { hints });
  const [{ plan }] = specOf({ uiSchema, ...form }).fields;
  expect(plan).toMatchObject({
    title: 'Outside $\u007b\u2060{ 1 }}',
    hints: { help: 'kept' },
  });
  expect(uiSchema).toMatchObject({ spec: { a: { 'ui:help': 'kept' } } });
});

it('puts fields in the order that is wished, advanced ones last', () => {
  const schema = rooted(
    {
      a: { ...text, 'x-kratix-portal': { advanced: true } },
      b: text,
      c: text,
      d: { ...text, 'x-kratix-portal': { order: 1 } },
    },
    { required: ['c'] },
  );
  expect(specOf(formOf(schema)).fields.map(({ name }) => name)).toEqual([
    'd',
    'c',
    'b',
    'a',
  ]);
});

it('hides what may be hidden, and keeps what it holds', () => {
  const hidden = { 'x-kratix-portal': { hidden: true } };
  const schema = rooted(
    { a: { ...text, ...hidden }, b: { ...text, ...hidden } },
    { required: ['b'] },
  );
  const form = formOf(schema);
  const drawn = Object(form.schema.properties).spec.properties;
  expect(Object.keys(drawn)).toEqual(['b']);
  expect(form.notes).toMatchObject([
    { pointer: '/properties/spec/properties/b' },
  ]);
});

it.each([
  ['textarea', text, { 'ui:widget': 'textarea' }],
  [
    'slider',
    { type: 'integer', minimum: 0, maximum: 500 },
    { 'ui:widget': 'range' },
  ],
  [
    'yaml',
    { type: 'object', properties: { b: text } },
    { 'ui:placeholder': 'YAML' },
  ],
])('shows a field as %s', (widget, schema, ui) => {
  const hints = { 'spec.a': { widget } };
  expect(formOf(rooted({ a: schema }), { hints }).uiSchema).toMatchObject({
    spec: { a: ui },
  });
});

it('names fields and pickers that the scaffolder has', () => {
  const hints = {
    'spec.a': { field: { name: 'RepoUrlPicker', options: { x: 1 } } },
    'spec.b': { picker: { of: 'entity', kind: 'Component' } },
    'spec.c': { picker: 'owner' },
    'spec.d[]': { picker: { of: 'request', promise: 'redis' } },
  };
  const schema = rooted({
    a: text,
    b: text,
    c: text,
    d: { type: 'array', items: text },
  });
  const form = formOf(schema, { hints });
  expect(form.notes).toEqual([]);
  expect(form.uiSchema).toMatchObject({
    spec: {
      a: { 'ui:field': 'RepoUrlPicker', 'ui:options': { x: 1 } },
      b: {
        'ui:field': 'EntityPicker',
        'ui:options': { catalogFilter: { kind: 'Component' } },
      },
      c: { 'ui:field': 'OwnerPicker' },
    },
  });
  expect(specOf(form).fields[3].plan).toMatchObject({
    item: { hints: { picker: { of: 'request', promise: 'redis' } } },
  });
});

it.each([
  ['is no map', 3],
  ['malformed', { order: 'first' }],
  ['malformed', { field: { name: 'constructor' } }],
  ['malformed', { widget: 'toString' }],
  ["can't show it", { widget: 'slider' }],
  ['no hint called', { wdiget: 'slider' }],
  ['malformed', { picker: { of: 'request' } }],
])('ignores a hint that %s, and says so', (told, hint) => {
  const form = formOf(rooted({ a: { ...text, 'x-kratix-portal': hint } }));
  const plain = formOf(rooted({ a: text }));
  expect(form.schema).toEqual(plain.schema);
  expect(form.uiSchema).toEqual(plain.uiSchema);
  expect(form.notes).toHaveLength(1);
  expect(form.notes[0].level).toBe('author-mistake');
  expect(form.notes[0].text.replace('they are no', 'is no')).toContain(told);
});

it('says which path leads nowhere', () => {
  const hints = { 'spec.sice': { title: 'Size' }, '[': {} };
  const { notes } = formOf(rooted({ size: text }), { hints });
  expect(notes.map(({ level, text: note }) => [level, note])).toEqual([
    ['author-mistake', 'There are hints for spec.sice, but no such field.'],
    ['author-mistake', 'There are hints for [, but no such field.'],
  ]);
});

it.each([
  ['spec.users[].name', ['spec', 'users', '*', 'name']],
  ['spec["a.b"].c', ['spec', 'a.b', 'c']],
  ["spec['x[y]'][]", ['spec', 'x[y]', '*']],
  ['', undefined],
  ['spec..a', undefined],
  ['spec["a]', undefined],
])('reads the path %s', (path, names) => {
  expect(namesOfPath(path)).toEqual(names);
});

const promiseWith = (form: string) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'a', annotations: { 'px/form': form } },
});

it('reads the annotation as JSON and as YAML, or says what is wrong', () => {
  const hints = { 'spec.a': { order: 1 } };
  const read = (form: string) => hintsOfPromise(promiseWith(form), 'px/');
  expect(read('{"spec.a": {"order": 1}}')).toEqual({ hints });
  expect(read('spec.a: { order: 1 }')).toEqual({ hints });
  expect(read('- a')).toEqual({ problem: expect.stringMatching(/px\/form/) });
  expect(read('{ a')).toEqual({ problem: expect.stringMatching(/px\/form/) });
  expect(hintsOfPromise(undefined, 'px/')).toEqual({});
});

it.each([
  ['itself', 'a: &a { b: *a }', 'it is too large'],
  [
    'a bomb',
    `a: &a [x, x]\n${[...'bcdefghi']
      .map((key, at) => {
        const below = `*${'abcdefgh'[at]}`;
        return `${key}: &${key} [${Array(9).fill(below).join()}]`;
      })
      .join('\n')}`,
    'it repeats itself without end',
  ],
  ['a hundred thousand levels', '- '.repeat(100_000), 'it is nested too deep'],
  ['a megabyte', `a: ${'x'.repeat(1_000_000)}`, 'it is too long'],
])('ignores an annotation that holds %s', (_what, form, why) => {
  expect(hintsOfPromise(promiseWith(form), 'px/')).toEqual({
    problem: `The annotation px/form is ignored: ${why}`,
  });
});

it('makes of the guide’s Promise what the guide says', () => {
  const guide = readFileSync(
    join(__dirname, '../../../../docs/guides/forms-for-authors.md'),
    'utf8',
  );
  const [, yaml] = /```yaml\n([^]*?)```/.exec(guide) ?? [];
  const promise = parse(yaml ?? '');
  const { hints, problem } = hintsOfPromise(promise, 'kratix-portal.io/');
  expect(problem).toBeUndefined();
  const schema = valueAt(promise, 'spec', 'api', 'openAPIV3Schema');
  const form = formOf(schema, { hints });
  expect(specOf(form).fields.map(({ plan }) => plan.title)).toEqual([
    'Copies',
    'Size',
    'Users',
    'Backup',
  ]);
  expect(form.notes.map(({ text: note }) => note)).toEqual([
    expect.stringContaining('That no two entries have the same name'),
  ]);
});
