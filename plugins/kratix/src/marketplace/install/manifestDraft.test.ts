import { RequestDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  labelsOf,
  linesOf,
  manifestProblem,
  readLines,
  setLabels,
  setVersion,
  versionOf,
} from './manifestDraft';

const text = `# ours
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    kratix.io/promise-version: v1
    team: data # keep
spec:
  serial: 9007199254740993
  destinationSelectors:
    - matchLabels:
        environment: dev
    - matchLabels:
        region: eu
`;

it('the version is a label of its own', () => {
  const document = RequestDocument.ofText(text);
  expect(versionOf(document)).toBe('v1');
  setVersion(document, ' v2 ');
  expect(versionOf(document)).toBe('v2');
  expect(labelsOf(document, 'labels')).toEqual({ team: 'data' });
  setVersion(document, '');
  expect(
    document.has(['metadata', 'labels', 'kratix.io/promise-version']),
  ).toBe(false);
});

it('labels are changed beside it', () => {
  const document = RequestDocument.ofText(text);
  setLabels(document, 'labels', { team: 'web' });
  expect(document.get(['metadata', 'labels'])).toEqual({
    team: 'web',
    'kratix.io/promise-version': 'v1',
  });
  setVersion(document, '');
  setLabels(document, 'labels', {});
  expect(document.has(['metadata', 'labels'])).toBe(false);
});

it('all selectors are asked for together, and are written as one', () => {
  const document = RequestDocument.ofText(text);
  const asked = { environment: 'dev', region: 'eu' };
  expect(labelsOf(document, 'selectors')).toEqual(asked);
  setLabels(document, 'selectors', { environment: 'prod' });
  expect(document.get(['spec', 'destinationSelectors'])).toEqual([
    { matchLabels: { environment: 'prod' } },
  ]);
  setLabels(document, 'selectors', {});
  expect(document.has(['spec', 'destinationSelectors'])).toBe(false);
});

it('edits keep comments and exact numbers', () => {
  const document = RequestDocument.ofText(text);
  setVersion(document, 'v2');
  expect(document.text).toContain('# ours');
  expect(document.text).toContain('serial: 9007199254740993');
});

it.each([
  ['kind: [', { problem: 'syntax', line: 1 }],
  ['{}', { problem: 'not-object' }],
  ['kind: Deployment\nmetadata: {name: redis}', { problem: 'kind' }],
  ['kind: Promise\nmetadata: {name: other}', { problem: 'name' }],
])('%j can’t be sent', (given, problem) => {
  const found = manifestProblem(RequestDocument.ofText(given), 'redis');
  expect(found).toMatchObject(problem);
});

it('a Promise of the name can', () => {
  const document = RequestDocument.ofText(text);
  expect(manifestProblem(document, 'redis')).toBeUndefined();
});

it.each([
  ['', {}],
  [' a=b \n\n c = d ', { a: 'b', c: 'd' }],
  ['empty=', { empty: '' }],
  ['example.com/a.b_c=V1', { 'example.com/a.b_c': 'V1' }],
])('reads %j', (lines, labels) => {
  expect(readLines(lines)).toEqual({ labels });
});

it.each([
  'novalue',
  '=x',
  'a=b c',
  'a=-b',
  'A/b=c',
  'a/b/c=d',
  `${'a'.repeat(64)}=b`,
  `a=${'b'.repeat(64)}`,
])('%j is no label', line => {
  expect(readLines(`ok=1\n${line}`)).toEqual({ wrong: line });
});

it('lines come back', () => {
  const labels = { a: 'b', 'x/y': '' };
  expect(readLines(linesOf(labels))).toEqual({ labels });
});
