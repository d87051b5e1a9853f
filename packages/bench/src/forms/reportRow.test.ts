import { apisIn } from './readApis';
import { reportRow, severityOf } from './reportRow';
import { reportText } from './reportText';
import type { Verdict, Verdicts } from './tryApi';

const accepted: Verdict = { accepted: true };
const fine: Verdicts = { minimal: accepted, full: accepted };

function rowOf(property: object, verdicts: Verdicts = fine) {
  const crd = {
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'example.org',
      names: { kind: 'Cache', plural: 'caches' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: { type: 'object', properties: { one: property } },
              },
            },
          },
        },
      ],
    },
  };
  const { apis } = apisIn(JSON.stringify(crd), 'cache.yaml', {
    allVersions: false,
  });
  let time = 0;
  return reportRow(apis[0], verdicts, () => (time += 1.26));
}

const text = { type: 'string' };
const anything = { 'x-kubernetes-preserve-unknown-fields': true };

it.each([
  ['a field', text, fine, 0],
  ['a field that is YAML', anything, fine, 0],
  [
    'a hint that is misspelt',
    { ...text, 'x-kratix-portal': { wdiget: 'textarea' } },
    fine,
    1,
  ],
  ['a member that fits no request', { ...text, enum: ['a', 1] }, fine, 1],
  ['a default that does not fit', { type: 'integer', default: 'x' }, fine, 1],
  [
    'a refused request',
    text,
    { minimal: accepted, full: { accepted: false, why: 'no' } },
    1,
  ],
  [
    'an API that nobody could be asked about',
    text,
    {
      minimal: { accepted: undefined, why: 'not installed there' },
      full: { accepted: undefined, why: 'not installed there' },
    },
    0,
  ],
] as const)('the severity of %s', (_what, property, verdicts, severity) => {
  expect(severityOf([rowOf(property, verdicts)], [])).toBe(severity);
});

it('a file that can’t be read is worst', () => {
  expect(severityOf([], [{ file: 'a', why: 'b' }])).toBe(2);
});

it('the table and what is below it', () => {
  const others = {
    withoutApi: ['tools.yaml'],
    unreadable: [{ file: 'x.yaml', why: 'it is empty' }],
  };
  const refused: Verdict = { accepted: false, why: 'spec.one: is missing' };
  const row = rowOf(anything, { minimal: refused, full: refused });
  expect(reportText([row], others, { verbose: true }).split('\n')).toEqual([
    '| file       | API                  | form | YAML | notes | minimal |    full |  ms |',
    '|------------|----------------------|-----:|-----:|------:|--------:|--------:|----:|',
    '| cache.yaml | Cache.example.org/v1 |    0 |    1 |     1 | refused | refused | 1.3 |',
    '',
    'cache.yaml Cache.example.org/v1',
    '  requests: spec.one: is missing',
    expect.stringMatching(
      /^ {2}\/properties\/spec\/properties\/one Shown as YAML/,
    ),
    '',
    'tools.yaml takes no requests, so it has no form.',
    '',
    'x.yaml can’t be read: it is empty',
  ]);
  expect(reportText([row], others, { verbose: false })).not.toContain(
    'Shown as YAML',
  );
});
