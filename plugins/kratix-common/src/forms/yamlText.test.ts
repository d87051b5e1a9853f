import { valueOfYaml } from './yamlText';

const anything = { holds: 'anything', nullable: false } as const;

it.each(['[', '{a: ', '- ', '? '])(
  'refuses %j a hundred thousand times in a sentence',
  unit => {
    expect(() => valueOfYaml(unit.repeat(100_000), anything)).toThrow(
      new Error('is nested too deep'),
    );
  },
);

it('reads whole numbers with all their digits', () => {
  expect(valueOfYaml('[9007199254740993, 1]', anything)).toEqual([
    9007199254740993n,
    1,
  ]);
});
