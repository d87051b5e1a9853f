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

function checksWithin(mostWork?: number): number {
  const check = jest.fn(() => [
    { path: ['spec'], rule: 'cel' as const, message: 'never right' },
  ]);
  requestSample(schema, 'full', check, mostWork);
  return check.mock.calls.length;
}

it('looks on for something better', () => {
  expect(checksWithin()).toBeGreaterThan(30);
});

it.each([
  [0, 1],
  [2_000, 8],
])('tries no more than %p characters let it', (mostWork, most) => {
  expect(checksWithin(mostWork)).toBeLessThanOrEqual(most);
});
