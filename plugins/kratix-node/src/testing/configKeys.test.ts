import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredKeys } from './configKeys';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kratix-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds the innermost keys of a config.d.ts, whatever is said about them', () => {
  const path = join(folder, 'config.d.ts');
  writeFileSync(
    path,
    `
import type { Schedule } from 'somewhere';

export interface Config {
  // not: a key
  shop?: {
    /**
     * Either { so: 1 } or such:
     * @visibility secret
     */
    token?: string;
    how: 'fast' | 'slow';
    schedule?:
      | Schedule
      | undefined;
    sources: {
      [id: string]: {
        embedded?: {};
        tree?: {
          url: string;
        };
        list?: string[];
      };
    };
    last?: number;
  };
  other?: boolean;
}
`,
  );
  expect(declaredKeys(path)).toEqual([
    'other',
    'shop.how',
    'shop.last',
    'shop.schedule',
    'shop.sources.*.embedded',
    'shop.sources.*.list',
    'shop.sources.*.tree.url',
    'shop.token',
  ]);
});
