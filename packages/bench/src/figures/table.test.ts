import { figuresTable } from './table';

it('shows each size, its growth and the budget', () => {
  const sync = (value: number) => ({
    name: 'first sync',
    unit: 's',
    value,
    budget: 15,
  });
  const calls = { name: 'calls', unit: 'calls', value: 40 };
  expect(
    figuresTable([
      { requests: 1000, figures: [sync(0.5), calls] },
      { requests: 10000, figures: [sync(4), calls] },
    ]),
  ).toBe(
    [
      '| figure     |  unit | 1,000 | 10,000 | growth | budget |',
      '|------------|------:|------:|-------:|-------:|-------:|',
      '| first sync |     s |   0.5 |      4 |     ×8 |   ≤ 15 |',
      '| calls      | calls |    40 |     40 |     ×1 |        |',
    ].join('\n'),
  );
});

it('says where a figure was not taken', () => {
  expect(
    figuresTable([
      { requests: 1, figures: [{ name: 'a', unit: 's', value: 0 }] },
      { requests: 2, figures: [] },
    ]),
  ).toContain('| a      |    s | 0 | – |      – |        |');
});

it('has a row for what only some sizes were measured for', () => {
  const table = figuresTable([
    { requests: 1, figures: [] },
    {
      requests: 2,
      figures: [{ name: 'b', unit: 'ms', value: 3, budget: 4 }],
    },
    { requests: 3, figures: [{ name: 'b', unit: 'ms', value: 6 }] },
  ]);
  expect(table).toContain(
    '| b      |   ms | – | 3 |      – | 6 |     ×2 |    ≤ 4 |',
  );
});
