import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { aDestination } from '../../testing';
import { dependencyImages } from '../dependencyImages';
import { isOfMarketplace } from '../layout';
import { readMarketplace } from '../readMarketplace';
import { createdBy } from './creates';
import { methodsOf } from './methods';
import { preflightFindings } from './preflightFindings';

const plugins = resolve(__dirname, '../../../..');
const embedded = join(plugins, 'kratix-backend-module-sandbox/marketplace');
const shared = resolve(plugins, '../../shared/kratix/marketplace');

function listingsIn(folder: string) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => join(one.parentPath ?? one.path, one.name))
    .map(path => ({ path: relative(folder, path), full: path }))
    .filter(({ path }) => isOfMarketplace(path))
    .map(({ path, full }) => ({ path, text: readFileSync(full, 'utf8') }));
  return readMarketplace(files, { annotationPrefix: 'px/' }).listings.map(
    listing => [listing.entry, listing] as const,
  );
}

/** On a platform that has nothing but Destinations. */
const findingsOf = ([, listing]: ReturnType<typeof listingsIn>[number]) =>
  preflightFindings({
    promise: listing.promise,
    listing,
    method: 'promise',
    platform: {
      promises: [],
      revisions: [],
      releases: [],
      destinations: [aDestination()],
      crds: [],
      crd: 'none',
    },
    offered: () => undefined,
    access: 'allowed',
    rehearsal: { state: 'accepted', warnings: [] },
    fetching: { state: 'unknown' },
  });

const ours = listingsIn(embedded);
const theirs = listingsIn(shared);

it('has Promises to look at', () => {
  expect(ours.length).toBeGreaterThan(10);
});

it.each([...ours, ...theirs])('nothing is in the way of %s', (...one) => {
  const blockers = findingsOf([...one]).filter(
    ({ level }) => level === 'blocker',
  );
  expect(blockers).toEqual([]);
});

it('knows what our certificates bring', () => {
  const [, listing] = ours.find(([entry]) => entry === 'certificates') ?? [];
  expect(listing && dependencyImages(listing.promise)).toEqual({
    images: [
      {
        image: 'ghcr.io/example/certificate-issuer:1.5.0',
        where: 'Deployment certificates/issuer',
      },
    ],
    whole: true,
  });
});

it.each(ours)('no image of %s can change', (...one) => {
  const [tags] = findingsOf([...one]).filter(
    ({ check }) => check === 'image-tag',
  );
  expect(tags).toMatchObject({ level: 'fine', details: [] });
});

it.each([...ours, ...theirs])('looks through all that %s brings', (_, one) => {
  expect(dependencyImages(one.promise).whole).toBe(true);
});

it.each([...ours, ...theirs])('says what %s creates', (_entry, listing) => {
  const creates = createdBy(listing.promise, 'promise');
  const kinds = creates.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['Promise', 'PromiseRevision']));
  expect(kinds.includes('CustomResourceDefinition')).toBe(
    listing.api !== undefined,
  );
  expect(creates.every(({ names }) => names.length > 0)).toBe(true);
});

(theirs.length > 0 ? describe : describe.skip)(
  'the public marketplace (needs ../shared beside the checkout)',
  () => {
    it('has what is odd about it found', () => {
      const warned = Object.fromEntries(
        theirs.map(one => [
          one[0],
          findingsOf(one)
            .filter(({ level }) => level === 'warning')
            .map(({ check, params }) =>
              check === 'requirement' ? `${check} ${params.required}` : check,
            ),
        ]),
      );
      expect(warned).toMatchObject({
        'app-stack': expect.arrayContaining([
          'requirement postgresql',
          'requirement runtime',
        ]),
        namespace: expect.arrayContaining(['kind-shared']),
      });
    });
  },
);

it.each([
  [{ version: 'v1', publicUrl: 'u' }, undefined],
  [{ publicUrl: 'u' }, 'no-version'],
  [{ version: 'v1' }, 'no-url'],
  [{ version: 'v1', publicUrl: 'u', edited: true }, 'edited'],
  [
    {
      version: 'v1',
      publicUrl: 'u',
      fetching: { state: 'refused' as const, says: '' },
    },
    'not-fetchable',
  ],
  [
    {
      version: 'v1',
      publicUrl: 'u',
      fetching: { state: 'forbidden' as const },
    },
    'policy',
  ],
  [
    {
      version: 'v1',
      publicUrl: 'u',
      fetching: { state: 'not-public' as const },
    },
    'not-public',
  ],
])('a release of %j is possible but for %j', (given, reason) => {
  const methods = methodsOf({
    edited: false,
    fetching: { state: 'unknown' },
    ...given,
  });
  expect(methods).toEqual([
    { method: 'promise', possible: true },
    {
      method: 'release',
      possible: reason === undefined,
      ...(reason && { reason }),
    },
  ]);
});
