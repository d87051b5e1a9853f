import { formOf } from './formOf';
import { formReportOf } from './report';

const reportOf = (spec: object) =>
  formReportOf(formOf({ type: 'object', properties: { spec } }));

it('counts each field once, wherever it is', () => {
  const text = { type: 'string' };
  const report = reportOf({
    type: 'object',
    properties: {
      size: { type: 'string', enum: ['s', 'l'] },
      port: { 'x-kubernetes-int-or-string': true },
      database: { type: 'object', properties: { name: text, tls: text } },
      tags: { type: 'array', items: text },
      labels: { type: 'object', additionalProperties: text },
      anything: { 'x-kubernetes-preserve-unknown-fields': true },
    },
  });
  expect(report).toMatchObject({
    shown: 6,
    asYaml: 1,
    hidden: 0,
    failed: false,
  });
  expect(report.notes.map(({ pointer }) => pointer)).toEqual([
    '/properties/spec/properties/anything',
  ]);
});

it('counts what is beyond the named fields as YAML', () => {
  expect(
    reportOf({
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { size: { type: 'string' } },
    }),
  ).toMatchObject({ shown: 1, asYaml: 1 });
});

it('tells hidden fields apart', () => {
  const hidden = { type: 'string', 'x-kratix-portal': { hidden: true } };
  expect(
    reportOf({
      type: 'object',
      properties: { hidden, shown: { type: 'string' } },
    }),
  ).toMatchObject({ shown: 1, hidden: 1 });
});

it('an API without fields is one text', () => {
  expect(formReportOf(formOf(undefined))).toMatchObject({
    shown: 0,
    asYaml: 1,
    notes: [{ pointer: '' }],
  });
});
