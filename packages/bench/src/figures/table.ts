/** One figure of a run. */
export interface Figure {
  name: string;
  /** `ms`, `s`, `KiB`, `calls`, … */
  unit: string;
  value: number;
  /** What architecture allows; printed beside the value, never asserted. */
  budget?: number;
}

/** The figures of one size of platform. */
export interface Run {
  requests: number;
  figures: Figure[];
}

/**
 * A Markdown table with a row a figure and a column a size; behind each size
 * but the first, how the figure grew from the one before. Where a cost is
 * linear that growth is the growth of the size, where it is constant it is 1.
 */
export function figuresTable(runs: Run[]): string {
  const header = ['figure', 'unit'];
  runs.forEach((run, index) => {
    header.push(run.requests.toLocaleString('en-US'));
    if (index > 0) header.push('growth');
  });
  header.push('budget');
  const rows = figuresOf(runs).map(({ name, unit, budget }) => {
    const cells = [name, unit];
    runs.forEach((run, index) => {
      const value = valueOf(run, name);
      cells.push(value === undefined ? '–' : number(value));
      if (index === 0) return;
      const before = valueOf(runs[index - 1], name);
      cells.push(
        value === undefined || !before ? '–' : `×${number(value / before)}`,
      );
    });
    cells.push(budget === undefined ? '' : `≤ ${number(budget)}`);
    return cells;
  });
  return aligned([header, ...rows]);
}

/** Each figure that any run has, once. */
function figuresOf(runs: Run[]): Figure[] {
  const byName = new Map<string, Figure>();
  for (const figure of runs.flatMap(({ figures }) => figures)) {
    const { name, budget } = figure;
    byName.set(name, { ...figure, budget: byName.get(name)?.budget ?? budget });
  }
  return [...byName.values()];
}

function valueOf(run: Run, name: string): number | undefined {
  return run.figures.find(figure => figure.name === name)?.value;
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

/** As a Markdown table; the first columns are words, the others numbers. */
export function aligned(rows: string[][], words = 1): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const line = (cells: string[]) =>
    `| ${cells
      .map((cell, column) =>
        column < words
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join(' | ')} |`;
  const rule = `|${widths
    .map((width, column) =>
      column < words ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`,
    )
    .join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}
