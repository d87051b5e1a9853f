import type { InstallState } from '@kratix-portal/backstage-plugin-kratix-common';
import { aListingView } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { groupInstalls } from './installGroups';
import { installOffers } from './installOffers';
import { listingQueryOf } from './listingQuery';
import { offerOf } from './offers';

const on = (
  platform: string,
  state: InstallState['state'],
  version?: string,
): InstallState => ({ platform, state, version });

describe('what is asked for, from the address', () => {
  const of = (text: string) => {
    const params = new URLSearchParams(text);
    return listingQueryOf({
      get: key => params.get(key) ?? undefined,
      all: key => (params.get(key) ?? '').split(',').filter(Boolean),
    });
  };

  it.each([
    ['nothing', '', { sort: 'name', page: 1, size: 50 }],
    [
      'filters',
      'q=red&source=a,b&kind=Redis&platform=eu',
      { q: 'red', source: ['a', 'b'], kind: ['Redis'], platform: ['eu'] },
    ],
    ['states that there are', 'state=update,gone', { state: ['update'] }],
    ['states that there are not', 'state=gone', { state: undefined }],
    ['tags that there are', 'tag=compound,big', { tag: ['compound'] }],
    ['an order', 'sort=state&dir=desc', { sort: 'state', dir: 'desc' }],
    ['an order that there is not', 'sort=x&dir=y', { sort: 'name' }],
    ['a page', 'page=3&size=25', { page: 3, size: 25 }],
    ['pages that there are not', 'page=-1&size=7', { page: 1, size: 50 }],
  ])('%s', (_what, text, expected) => {
    expect(of(text)).toMatchObject(expected);
  });
});

describe('platforms of which the same can be said are one line', () => {
  it('by state and version, what asks for something first', () => {
    expect(
      groupInstalls([
        on('a', 'not-installed'),
        on('b', 'installed', 'v1'),
        on('c', 'update', 'v0'),
        on('d', 'installed', 'v1'),
        on('e', 'installed', 'v2'),
      ]),
    ).toEqual([
      { state: 'update', version: 'v0', platforms: ['c'] },
      { state: 'installed', version: 'v1', platforms: ['b', 'd'] },
      { state: 'installed', version: 'v2', platforms: ['e'] },
      { state: 'not-installed', version: undefined, platforms: ['a'] },
    ]);
  });

  it('no platform is no line', () => {
    expect(groupInstalls([])).toEqual([]);
  });
});

describe('what can be done with a listing', () => {
  it.each([
    ['nobody has it', ['not-installed'], { install: ['0'], upgrade: [] }],
    ['an older one is there', ['update'], { install: [], upgrade: ['0'] }],
    [
      'one has it older, one not at all',
      ['update', 'not-installed'],
      { install: ['1'], upgrade: ['0'] },
    ],
    ['what is there differs', ['differs'], { install: [], upgrade: ['0'] }],
    ['it is from elsewhere', ['elsewhere'], { install: [], upgrade: ['0'] }],
    [
      'a platform can’t be read, which the preflight asks again',
      ['unknown'],
      { install: ['0'], upgrade: [] },
    ],
    [
      'everybody has it',
      ['installed', 'newer-installed'],
      { install: [], upgrade: [], neither: 'everywhere' },
    ],
    [
      'the name is taken',
      ['installed', 'name-taken'],
      { install: [], upgrade: [], neither: 'nameTaken' },
    ],
    [
      'no platform can be seen',
      [],
      { install: [], upgrade: [], neither: 'noPlatform' },
    ],
  ] as const)('%s', (_when, states, expected) => {
    const installs = states.map((state, index) => on(`${index}`, state));
    expect(installOffers({ installs })).toEqual(expected);
  });

  it('nothing, while it is broken', () => {
    const installs = [on('a', 'not-installed')];
    expect(installOffers({ installs, problem: 'No name' })).toEqual({
      install: [],
      upgrade: [],
      neither: 'broken',
    });
  });
});

describe('who offers a required Promise', () => {
  const [old, latest] = [
    aListingView({ version: 'v1' }),
    aListingView({ version: 'v2', source: 'team' }),
  ];

  it.each([
    ['the exact version', 'v2', [old, latest], 'exact', latest],
    ['any version', undefined, [old, latest], 'exact', old],
    ['another version alone', 'v3', [old], 'other-version', old],
    ['another name', 'v1', [aListingView({ name: 'x' })], 'nobody', undefined],
    [
      'a broken one',
      'v1',
      [aListingView({ version: 'v1', problem: 'No API' })],
      'nobody',
      undefined,
    ],
  ])('%s', (_what, version, listings, kind, listing) => {
    const offer = offerOf({ name: 'redis', version }, listings);
    expect(offer).toEqual(listing ? { kind, listing } : { kind });
  });
});
