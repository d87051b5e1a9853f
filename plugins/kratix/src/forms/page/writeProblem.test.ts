import { writeProblem } from './writeProblem';

/** As the client throws it. */
function anError(statusCode: number, message: string, causes?: object[]) {
  const cause = Object.assign(new Error(message), causes && { causes });
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    statusCode,
    cause,
  });
}

it.each([
  [400, 'input'],
  [422, 'input'],
  [403, 'forbidden'],
  [404, 'gone'],
  [409, 'conflict'],
  [500, 'unreachable'],
  [503, 'unreachable'],
])('%i is %s', (status, kind) => {
  expect(writeProblem(anError(status, 'No.'))).toEqual({
    kind,
    message: 'No.',
    fields: [],
  });
});

it('no answer at all decided nothing', () => {
  expect(writeProblem(new TypeError('Failed to fetch'))).toEqual({
    kind: 'unreachable',
    fields: [],
  });
  expect(writeProblem('nothing')).toEqual({ kind: 'unreachable', fields: [] });
});

it('what a platform says of fields is said of places in the object', () => {
  const causes = [
    { field: 'spec.users[1].name', message: 'Required value' },
    { field: 'object.spec.size', message: 'too large' },
    { field: '/metadata/labels/a~1b', message: 'is not changed here' },
    { field: 3, message: 'not a cause' },
  ];
  const { fields } = writeProblem(anError(422, 'invalid', causes));
  expect(fields).toEqual([
    {
      path: ['spec', 'users', 1, 'name'],
      field: 'spec.users[1].name',
      message: 'Required value',
    },
    { path: ['spec', 'size'], field: 'spec.size', message: 'too large' },
    {
      path: ['metadata', 'labels', 'a/b'],
      field: '/metadata/labels/a~1b',
      message: 'is not changed here',
    },
  ]);
});
