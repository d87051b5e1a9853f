import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import kratixPlugin from './alpha';

const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
const named = [...readme.matchAll(/^\| `([a-z-]+:kratix[a-z/-]*)`/gm)].map(
  ([, id]) => id,
);

it.each([
  'page:kratix',
  'api:kratix',
  'entity-card:kratix/request',
  'entity-content:kratix/request',
  'entity-card:kratix/promise',
  'entity-content:kratix/promise',
  'entity-content:kratix/promise-api',
  'entity-card:kratix/infrastructure',
  'entity-card:kratix/team',
  'entity-card:kratix/destination',
  'entity-content:kratix/destination',
  'entity-card:kratix/platform',
  'entity-content:kratix/platform',
] as const)('the README names %s, which exists', id => {
  expect(named).toContain(id);
  expect(kratixPlugin.getExtension(id)).toBeDefined();
});

it('the README names no extension that does not exist', () => {
  expect(named).toHaveLength(13);
});
