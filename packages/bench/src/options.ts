import { InputError } from '@backstage/errors';
import { parseArgs } from 'node:util';

/** Parts that take minutes, or need something that is not everywhere. */
export type Part = 'catalog' | 'browser';

/** What is to be measured. */
export interface BenchOptions {
  sizes: number[];
  /** Which parts belong to a run of so many requests. */
  parts: (requests: number) => Part[];
}

export const usage = `npm run bench -- [SIZE …] [--quick] [--catalog | --no-catalog] [--browser | --no-browser]
npm run bench -- forms
npm run bench -- marketplace

SIZE          numbers of requests; without them 1000 10000 50000
--quick       1000 10000
--catalog     the catalog at each size; without it up to 10,000 requests
--browser     a browser at each size; without it at 10,000 requests
forms         how long schemas take to become forms, and nothing else
marketplace   a source with a thousand listings, and nothing else`;

const allSizes = [1_000, 10_000, 50_000];
const most = 10_000;

/** @throws InputError with the usage */
export function readOptions(args: string[]): BenchOptions {
  const { values, positionals } = parsed(args);
  const given = positionals.map(Number);
  if (!given.every(size => Number.isInteger(size) && size > 0)) {
    throw new InputError(usage);
  }
  const usual = values.quick ? allSizes.slice(0, 2) : allSizes;
  return {
    sizes: given.length > 0 ? given : usual,
    parts: requests => {
      const parts: Part[] = [];
      if (values.catalog ?? requests <= most) parts.push('catalog');
      if (values.browser ?? requests === most) parts.push('browser');
      return parts;
    },
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      allowNegative: true,
      options: {
        quick: { type: 'boolean' },
        catalog: { type: 'boolean' },
        browser: { type: 'boolean' },
      },
    });
  } catch {
    throw new InputError(usage);
  }
}
