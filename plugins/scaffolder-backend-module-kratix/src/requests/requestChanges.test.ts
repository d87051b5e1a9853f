import {
  formOf,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { requestChanges, type WantedChanges } from './requestChanges';

const form = formOf({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'string', default: 'small' },
        note: { type: 'string' },
        count: { type: 'integer', format: 'int64' },
        tags: { type: 'array', items: { type: 'string' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        backup: { type: 'object', properties: { at: { type: 'string' } } },
        any: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
    extra: { type: 'object', properties: { on: { type: 'boolean' } } },
  },
});

const large = 9007199254740993n;
const live = {
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name: 'cache', annotations: { 'px/for': 'component:default/a' } },
  spec: {
    size: 'small',
    note: '',
    count: large,
    tags: ['a', 'b'],
    labels: { 'a/b': 'c' },
    any: { deep: [null, { n: large }] },
    unknown: 'kept',
  },
  status: { phase: 'Ready' },
} as unknown as KubeObject;

const changes = (wanted: WantedChanges) => requestChanges(wanted, live, form);

it.each<[string, WantedChanges, object[]]>([
  [
    'a value of the form changes that field alone',
    { values: { spec: { note: 'hello ${{ x }}' } } },
    [{ op: 'replace', path: '/spec/note', value: 'hello ${{ x }}' }],
  ],
  ['a value that is so already changes nothing', { values: { spec: {} } }, []],
  [
    'a list of the form is given as a whole',
    { values: { spec: { tags: ['a', 'c'] } } },
    [{ op: 'replace', path: '/spec/tags/1', value: 'c' }],
  ],
  [
    'fields below the root can be beside spec',
    { values: { extra: { on: true } } },
    [{ op: 'add', path: '/extra', value: { on: true } }],
  ],
  [
    'fields are merged',
    { object: { spec: { size: 'large', labels: { d: 'e' } } } },
    [
      { op: 'replace', path: '/spec/size', value: 'large' },
      { op: 'add', path: '/spec/labels/d', value: 'e' },
    ],
  ],
  [
    'null removes a field',
    { object: { spec: { note: null, never: null } } },
    [{ op: 'remove', path: '/spec/note' }],
  ],
  [
    'fields that are so already change nothing',
    { object: { spec: { tags: ['a', 'b'] } } },
    [],
  ],
  [
    'YAML text keeps every digit',
    { object: 'spec:\n  count: 9007199254740995\n' },
    [{ op: 'replace', path: '/spec/count', value: 9007199254740995n }],
  ],
  [
    'the same digits change nothing',
    { object: `spec: { count: ${large} }` },
    [],
  ],
  ['an envelope in the fields changes nothing', { object: { spec: {} } }, []],
  [
    'a patch is sent as it is',
    {
      patch: [
        { op: 'test', path: '/spec/size', value: 'small' },
        { op: 'replace', path: '/spec/size', value: 'large' },
      ],
    },
    [
      { op: 'test', path: '/spec/size', value: 'small' },
      { op: 'replace', path: '/spec/size', value: 'large' },
    ],
  ],
  [
    'a patch that changes nothing is not sent',
    {
      patch: [
        { op: 'test', path: '/spec/size', value: 'small' },
        { op: 'add', path: '/spec/labels/a~1b', value: 'c' },
        { op: 'remove', path: '/spec/gone' },
      ],
    },
    [],
  ],
  [
    'a patch that adds to a list is sent',
    { patch: [{ op: 'add', path: '/spec/tags/0', value: 'a' }] },
    [{ op: 'add', path: '/spec/tags/0', value: 'a' }],
  ],
])('%s', (_situation, wanted, expected) => {
  expect(changes(wanted)).toEqual(expected);
});

it.each<[string, WantedChanges, RegExp]>([
  ['nothing', {}, /one of values, object and patch/],
  ['two ways', { values: {}, object: {} }, /one of values, object and patch/],
  [
    'data of another form',
    { values: { spec: { size: 4 } } },
    /size must be text/,
  ],
  ['text that is no YAML', { object: 'spec: [' }, /object, line 1/],
  ['text that is no fields', { object: '- a' }, /must hold fields/],
])('refuses %s', (_what, wanted, message) => {
  expect(() => changes(wanted)).toThrow(message);
});
