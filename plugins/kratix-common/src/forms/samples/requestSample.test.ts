import { requestSample } from './requestSample';

const schema = {
  properties: {
    spec: {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [`f${at}`, { type: 'string' }]),
      ),
    },
  },
};

it.each([
  [0, 1],
  [2_000, 8],
  [undefined, 30],
])('tries no more than %p characters let it', (mostWork, most) => {
  const check = jest.fn(() => [
    { path: ['spec'], rule: 'cel' as const, message: 'never right' },
  ]);
  const sample = requestSample(schema, 'full', check, mostWork);
  expect(Object.keys(Object(sample.spec))).toHaveLength(30);
  if (mostWork === undefined) {
    expect(check.mock.calls.length).toBeGreaterThan(most);
  } else {
    expect(check.mock.calls.length).toBeLessThanOrEqual(most);
  }
});
