import { redactObject, sameMeaning, type KubeObject } from '../kube';
import { manifestView, outputsView, settingsView } from '../requests';
import { apiExamplesView } from './apiExamplesView';
import { apiFieldsView } from './apiFieldsView';
import { contentHash } from './contentHash';

const large = 9007199254740993n;
const api = {
  crd: 'counters.example.org',
  group: 'example.org',
  version: 'v1',
  kind: 'Counter',
  plural: 'counters',
};
const schemaOf = (count: object) => ({
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['count'],
      properties: { count: { type: 'integer', ...count } },
    },
  },
});

it('lists limits, defaults and choices with all their digits', () => {
  const schema = schemaOf({
    default: large,
    enum: [large, 1],
    minimum: -large,
    maximum: large,
  });
  expect(apiFieldsView(schema).at(1)).toMatchObject({
    default: '9007199254740993',
    allowed: ['9007199254740993', '1'],
    constraints: ['≥ -9007199254740993', '≤ 9007199254740993'],
  });
});

it.each([
  [{ default: large }, large],
  [{ minimum: large }, large],
  [{ minimum: large, exclusiveMinimum: true }, large + 1n],
  [{ maximum: -large }, -large],
  [{ maximum: -large, exclusiveMaximum: true }, -large - 1n],
  [{ minimum: 1.5, maximum: large }, 2],
  [{ minimum: large, multipleOf: 10 }, 9007199254741000n],
  [{ maximum: -large, multipleOf: 10 }, -9007199254741000n],
  [{ minimum: 5, multipleOf: large }, large],
])('gives an example that fits %p', (count, expected) => {
  const { minimal } = apiExamplesView(api, schemaOf(count));
  expect(minimal).toMatch(new RegExp(`^  count: ${expected}$`, 'm'));
});

const counter = (count: unknown): KubeObject => ({
  apiVersion: 'example.org/v1',
  kind: 'Counter',
  metadata: { name: 'one', namespace: 'default' },
  spec: { count, counts: [count], pin: { password: count } },
  status: { total: count },
});

it('shows what was asked for and what came of it with all digits', () => {
  const request = counter(large);
  expect(settingsView(request, schemaOf({ default: large }))).toMatchObject([
    { path: 'spec.count', value: '9007199254740993', isDefault: true },
    { path: 'spec.counts', value: '9007199254740993' },
    { path: 'spec.pin.password', value: '••••••' },
  ]);
  expect(outputsView(request)).toMatchObject([{ value: '9007199254740993' }]);
  expect(manifestView(request)).toContain('count: 9007199254740993\n');
});

it('hides large numbers that are secret', () => {
  expect(redactObject(counter(large)).spec).toMatchObject({
    count: large,
    pin: { password: '••••••' },
  });
});

it('keeps a field that is called like the prototype', () => {
  const spec: unknown = JSON.parse('{"__proto__":{"a":1}}');
  const { spec: shown } = redactObject({ ...counter(1), spec });
  expect(JSON.stringify(shown)).toBe('{"__proto__":{"a":1}}');
});

it('tells neighbours beyond 2^53 apart', () => {
  const [one, other] = [counter(large), counter(large - 1n)];
  expect(contentHash(one)).not.toBe(contentHash(other));
  expect(contentHash(one)).toBe(contentHash(counter(large)));
  expect(sameMeaning(one, other)).toBe(false);
  expect(sameMeaning(one, counter(large))).toBe(true);
});
