import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { durationMs, filled, parseControl, parseStatus } from './steering';

const request: KubeObject = {
  metadata: { name: 'orders', namespace: 'payments' },
  spec: { size: 'small', replicas: 3, tags: ['a'], note: 'x\nkind: Secret' },
};

describe('templates of Promise authors', () => {
  it.each([
    ['a name', '${namespace}/${name}', 'payments/orders'],
    ['a field within a text', 'size ${spec.size}!', 'size small!'],
    ['a field that is all', '${spec.replicas}', 3],
    ['a list that is all', '${spec.tags}', ['a']],
    ['a number within a text', '${spec.replicas} copies', '3 copies'],
    ['a missing field within a text', 'at ${spec.zone}', 'at '],
    ['a missing field that is all', '${spec.zone}', undefined],
  ])('%s', (_what, template, expected) =>
    expect(filled(template, request)).toEqual(expected),
  );

  it('drops fields without a value', () => {
    expect(filled({ a: '${spec.zone}', b: 1 }, request)).toEqual({ b: 1 });
  });

  it('never make structure of what a person typed', () => {
    expect(parseStatus('message: ${spec.note}', request)).toEqual({
      message: 'x\nkind: Secret',
    });
  });
});

describe('workflow-control.yaml', () => {
  it.each([
    ['suspend: true\nmessage: May I?', { suspend: true, message: 'May I?' }],
    ['retryAfter: 8s', { retryAfter: '8s' }],
    ['- nonsense', {}],
  ])('%j', (text, expected) => expect(parseControl(text)).toEqual(expected));

  it.each([
    ['8s', 8000],
    ['1h30m', 5_400_000],
    ['0.5s', 500],
  ])('%s', (text, expected) => expect(durationMs(text)).toBe(expected));
});
