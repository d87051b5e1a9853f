import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { listingDetailSchema } from '../api';
import { listingDetailView } from './listingDetailView';
import { readMarketplace } from './readMarketplace';
import type { MarketplaceListing } from './types';

const shared = resolve(__dirname, '../../../../../shared/kratix/marketplace');
const own = resolve(
  __dirname,
  '../../../kratix-backend-module-sandbox/marketplace',
);

/** The public marketplace, which not everybody has beside the checkout. */
const folders = [own, shared].filter(folder => {
  const isThere = existsSync(folder);
  if (!isThere)
    process.stdout.write(`Not read, as it is not there: ${folder}\n`);
  return isThere;
});

function readFolder(root: string) {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)));
  const files = paths
    .filter(path => /\.(ya?ml|md)$/.test(path))
    .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  return readMarketplace(files, {
    annotationPrefix: 'kratix-portal.io/',
    images: paths,
  });
}

const pageOf = (listing: MarketplaceListing, install = true) =>
  listingDetailView({
    source: 'tools',
    listing,
    installs: [],
    sameName: 2,
    images: new Set(listing.readmeImages),
    readme: '# Words',
    externalImages: false,
    webUrl: 'https://git.example.com/promise.yaml',
    promiseUrl: 'https://raw.example.com/promise.yaml',
    revision: 'abc',
    readAt: '2026-01-01T00:00:00Z',
    others: [],
    allowed: { install, upgrade: install, uninstall: install },
    annotationPrefix: 'kratix-portal.io/',
  });

const listings = folders.flatMap(folder => readFolder(folder).listings);

it.each(listings.map(listing => [listing.entry, listing] as const))(
  'makes a page of %s as the contract has it',
  (_entry, listing) => {
    const page = pageOf(listing);
    expect(listingDetailSchema.parse(page)).toEqual(page);
    // What is shown is what would be applied.
    expect(parse(page.manifest, { intAsBigInt: false })).toEqual(
      JSON.parse(JSON.stringify(listing.promise)),
    );
    expect(page.problem).toBeUndefined();
    expect(page.examples.minimal !== undefined).toBe(page.api !== undefined);
    expect(page.readmeFolder).toMatch(/^[^/].*[^/]$/);
  },
);

it('keeps findings from who may not install', () => {
  const [first] = listings;
  const findings = [
    { severity: 'note' as const, path: first.path, text: 'It is odd.' },
  ];
  const odd = { ...first, findings };
  expect(pageOf(odd, true).findings).toEqual(findings);
  expect(pageOf(odd, false).findings).toEqual([]);
});

it('shows no image that is not at hand', () => {
  const [first] = listings;
  const listing = { ...first, logo: 'a/logo.svg', readmeImages: ['a/b.png'] };
  const page = listingDetailView({
    source: 'tools',
    listing,
    installs: [],
    sameName: 0,
    images: new Set(['a/c.png']),
    externalImages: true,
    others: [],
    allowed: { install: false, upgrade: false, uninstall: false },
    annotationPrefix: 'px/',
  });
  expect(page.logo).toBeUndefined();
  expect(page.images).toEqual([]);
});
