import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  marketplaceIndexJsonSchema,
  readMarketplaceIndex,
} from './marketplaceIndex';

const redis = { name: 'redis', version: 'v1', promise: 'redis/promise.yaml' };

it('keeps the good entries beside malformed ones', () => {
  const { name, ...nameless } = redis;
  expect(name).toBe('redis');
  expect(
    readMarketplaceIndex({
      version: 1,
      listings: [redis, nameless, { ...redis, name: '../up' }, 7, redis],
    }),
  ).toEqual({
    listings: [redis],
    problems: [
      expect.stringMatching(/^Entry 2 is left out: name: /),
      expect.stringMatching(/^Entry 3 is left out: name: /),
      expect.stringMatching(/^Entry 4 is left out: the entry: /),
      'Entry 5 is left out: redis v1 is there twice.',
    ],
  });
});

it('takes a name with another version, and keys of later formats', () => {
  const later = { ...redis, version: 'v2', licence: 'Apache-2.0' };
  const read = readMarketplaceIndex({
    version: 1,
    $schema: 'https://kratix-portal.io/schemas/marketplace-index.json',
    listings: [redis, later],
  });
  expect(read?.listings.map(one => one.version)).toEqual(['v1', 'v2']);
  expect(read?.problems).toEqual([]);
});

it.each([
  ['a page of HTML', '<html>'],
  ['no listings', { version: 1 }],
  ['another format', { version: 2, listings: [] }],
  ['nothing', null],
  ['far too many', { version: 1, listings: Array(2001).fill(redis) }],
])('is no index: %s', (_what, value) => {
  expect(readMarketplaceIndex(value)).toBeUndefined();
});

it('is published as JSON Schema; UPDATE_GOLDENS=1 writes it', () => {
  const path = join(
    __dirname,
    '../../../../docs/marketplace-index.schema.json',
  );
  const schema = marketplaceIndexJsonSchema();
  if (process.env.UPDATE_GOLDENS === '1') {
    writeFileSync(path, JSON.stringify(schema, null, 2));
  }
  // Not its text, which is formatted as all files are.
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(schema);
});
