import { parseAllDocuments, stringify } from 'yaml';
import { yamlTrouble } from './yamlGuard';

const deep = (levels: number): unknown =>
  levels === 0 ? 1 : { a: [deep(levels - 1)] };

describe('a text that people write', () => {
  it.each<[string, string]>([
    ['nothing', ''],
    ['forty levels, and as many lists', stringify(deep(40))],
    ['forty levels as JSON', JSON.stringify(deep(40))],
    ['a script in a block', `a: |\n  ${'[[{{'.repeat(1_000)}\n`],
    ['brackets in quotes and comments', `a: "${'['.repeat(500)}" # [[[[[`],
    ['a list of ten thousand', '- { a: [1] }\n'.repeat(10_000)],
    ['a line of a thousand', `[${Array(1_000).fill('{ a: 1 }').join(', ')}]`],
    ['a hundred documents', '---\na: [1]\n'.repeat(100)],
  ])('%s', (_what, text) => {
    expect(yamlTrouble(text)).toBeUndefined();
    expect(() => parseAllDocuments(text)).not.toThrow();
  });
});

describe('a text that would use up the stack of who composes it', () => {
  it.each(
    [
      ...['[', '{', '- ', '? ', ': ', '- ? ', 'a: ', '? a: ', '- a: ', '[? '],
      ...['{a: ', '- !t ', '- &a ', '[[]', '- [', '? [', '"a": ', '-\t'],
    ].map(unit => [unit]),
  )('%j a hundred thousand times', unit => {
    expect(yamlTrouble(`a:\n ${unit.repeat(100_000)}`)?.problem).toBe(
      'is nested too deep',
    );
  });

  it('a thousand steps to the right', () => {
    const steps = Array.from({ length: 1_000 }, (_one, at) => ' '.repeat(at));
    expect(yamlTrouble(steps.map(step => `${step}a:\n`).join(''))).toEqual({
      problem: 'is nested too deep',
      // The line of the first step that is too far.
      offset: steps.slice(0, 201).join('a:\n').length + 3,
    });
  });
});

it('refuses a megabyte of signs', () => {
  expect(yamlTrouble('[]'.repeat(490_000))?.problem).toBe('has too many parts');
});

it('says where it begins to be too much', () => {
  const text = `a: 1\nb: ${'['.repeat(2_000)}`;
  expect(yamlTrouble(text)).toEqual({
    problem: 'is nested too deep',
    offset: 'a: 1\nb: '.length + 100,
  });
});
