import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readMarketplaceConfig } from './readMarketplaceConfig';

const read = (marketplace: JsonObject) =>
  readMarketplaceConfig(new ConfigReader({ kratix: { marketplace } }), [
    'tree',
    'folder',
  ]);

const folder = { path: '/promises' };

it('has defaults', () => {
  expect(readMarketplaceConfig(new ConfigReader({}), ['tree'])).toEqual({
    sources: [],
    schedule: { frequency: { minutes: 15 }, timeout: { minutes: 3 } },
    externalImages: false,
  });
});

it('reads what is given, in its order', () => {
  const config = read({
    sources: { 'our-own': { title: 'Ours', folder }, a: { folder } },
    schedule: { frequency: 'PT1H', timeout: { minutes: 1 } },
    images: { allow: ['ghcr.io/acme/*'] },
    readme: { externalImages: true },
  });
  expect(config).toMatchObject({
    sources: [
      { id: 'our-own', title: 'Ours', type: 'folder' },
      { id: 'a', title: 'a', type: 'folder' },
    ],
    schedule: { timeout: { minutes: 1 } },
    allowedImages: ['ghcr.io/acme/*'],
    externalImages: true,
  });
  expect(config.sources[0].config.getString('folder.path')).toBe('/promises');
});

it.each<[string, JsonObject, string]>([
  [
    'a key that nobody reads',
    { source: {} },
    'kratix.marketplace.source: not known; keys are sources, schedule, images, readme',
  ],
  [
    'an id that is no DNS label',
    { sources: { Our_own: { folder } } },
    'kratix.marketplace.sources.Our_own: the id must be a DNS label',
  ],
  [
    'an id that is too long',
    { sources: { ['a'.repeat(64)]: { folder } } },
    'at most 63 characters',
  ],
  [
    'no type',
    { sources: { a: { title: 'A' } } },
    'kratix.marketplace.sources.a: needs exactly one type of tree, folder; none is given',
  ],
  [
    'two types',
    { sources: { a: { folder, tree: {} } } },
    'kratix.marketplace.sources.a: needs exactly one type of tree, folder; tree and folder',
  ],
  [
    'a type that nobody brought',
    { sources: { a: { embedded: {} } } },
    'kratix.marketplace.sources.a.embedded: not known; types are tree, folder, is a backend module missing?',
  ],
  [
    'a schedule that says nothing',
    { schedule: { frequency: 'now' } },
    'kratix.marketplace.schedule',
  ],
  ['images that are no list', { images: { allow: 'x' } }, 'images.allow'],
])('refuses %s', (_what, marketplace, message) => {
  expect(() => read(marketplace)).toThrow(message);
});
