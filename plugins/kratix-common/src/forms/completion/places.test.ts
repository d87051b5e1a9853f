import { pathAt, positionOf, yamlPlaces } from './places';

const text = `# what we need
apiVersion: v1
spec:
  size: small
  users:
    - name: a
    - name: b
      roles: [x, y]
  "10": ten
  empty: {}
`;

describe('where a value is', () => {
  it.each([
    [['spec', 'size'], 4, 3],
    [['spec', 'users'], 5, 3],
    [['spec', 'users', 1], 7, 7],
    [['spec', 'users', 1, 'roles', 1], 8, 18],
    [['spec', '10'], 9, 3],
    [[], 2, 1],
  ])('%j', (path, line, column) => {
    expect(positionOf(text, path)).toEqual({ line, column });
  });

  it.each([
    ['a field that is missing', ['spec', 'users', 0, 'role'], 6, 7],
    ['a field of what is missing', ['spec', 'x', 'y'], 3, 1],
    ['an item beyond the last', ['spec', 'users', 7], 5, 3],
    ['a field of text', ['spec', 'size', 'x'], 4, 3],
  ])('%s is told at what should hold it', (_what, path, line, column) => {
    expect(positionOf(text, path)).toEqual({ line, column });
  });

  it('is the beginning of what nobody can read', () => {
    expect(positionOf('', ['spec'])).toEqual({ line: 1, column: 1 });
    expect(positionOf('['.repeat(100_000), ['spec'])).toEqual({
      line: 1,
      column: 1,
    });
  });
});

describe('which value is at a place', () => {
  it.each([
    ['size: small', ['spec']],
    ['small', ['spec', 'size']],
    ['b\n', ['spec', 'users', 1, 'name']],
    ['y]', ['spec', 'users', 1, 'roles', 1]],
    ['ten', ['spec', '10']],
  ])('%j', (found, path) => {
    expect(pathAt(text, text.indexOf(found))).toEqual(path);
  });

  it('goes there and back', () => {
    const places = yamlPlaces(text);
    const path = ['spec', 'users', 1, 'roles', 0];
    const { line, column } = places.positionOf(path);
    const offset =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length + column;
    expect(places.pathAt(offset)).toEqual(path);
  });
});
