import { aligned, type Figure } from '../figures/table';

/** How many the measured source has. */
export const listings = 1_000;

/** As a Markdown table. */
export function marketplaceTable(figures: Figure[]): string {
  const rows = figures.map(({ name, unit, value, budget }) => [
    name,
    unit,
    value.toLocaleString('en-US', { maximumSignificantDigits: 3 }),
    budget === undefined ? '' : `≤ ${budget}`,
  ]);
  const title = `A source with ${listings.toLocaleString('en-US')} listings`;
  const header = ['figure', 'unit', 'value', 'budget'];
  return [title, '', aligned([header, ...rows], 2)].join('\n');
}
