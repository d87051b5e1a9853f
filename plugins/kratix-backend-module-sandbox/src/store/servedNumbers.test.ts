import { parseExactDocuments, parseExactYaml } from './servedNumbers';

it.each(['[', '{a: ', '- ', 'a:\n- '])(
  'refuses %j a hundred thousand times, and goes on',
  unit => {
    const text = unit.repeat(100_000);
    const refused = /^the YAML (is nested too deep|has too many parts)$/;
    expect(() => parseExactYaml(text)).toThrow(refused);
    expect(() => parseExactDocuments(`a: 1\n---\n${text}`)).toThrow(refused);
  },
);

it('reads documents, empty ones as null', () => {
  expect(parseExactDocuments('a: 9007199254740993\n---\n---\nb: 1\n')).toEqual([
    { a: 9007199254740993n },
    null,
    { b: 1 },
  ]);
});
