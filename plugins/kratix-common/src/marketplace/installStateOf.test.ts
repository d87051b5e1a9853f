import type { InstallState } from '../api';
import { generationOf, nameOf, type KubeObject } from '../kube';
import { anObject, aPromise, readRecording, recordingPath } from '../testing';
import { installStateOf } from './installStateOf';
import { withOrigin } from './origin';
import { isSamePromise } from './samePromise';

const prefix = 'px/';
const ref = { source: 'tools', entry: 'redis' };
const other = { source: 'tools', entry: 'cache' };
const by = { prefix, installedBy: 'user:default/ada' };

const versioned = (version: string | undefined, more = {}): KubeObject => {
  const { labels, ...rest } = aPromise(more).metadata;
  const promise = aPromise(more);
  return {
    ...promise,
    metadata: {
      ...rest,
      labels: { ...(version && { 'kratix.io/promise-version': version }) },
    },
  };
};
const edited = (promise: KubeObject): KubeObject => ({
  ...promise,
  spec: { ...(promise.spec as object), destinationSelectors: [{ a: 1 }] },
});
const listing = (promise: KubeObject) => ({
  name: nameOf(promise),
  version: promise.metadata.labels?.['kratix.io/promise-version'],
  promise,
});
const withoutApi = (promise: KubeObject): KubeObject => ({
  ...promise,
  spec: {},
});

type Case = [string, KubeObject, KubeObject[], Partial<InstallState>];

it.each<Case>([
  ['nothing of the name', versioned('v1.0.0'), [], { state: 'not-installed' }],
  [
    'the same',
    versioned('v1.0.0'),
    [versioned('v1.0.0')],
    { state: 'installed', version: 'v1.0.0', confidence: 'certain' },
  ],
  [
    'the same without version',
    versioned(undefined),
    [versioned(undefined)],
    { state: 'installed', confidence: 'certain' },
  ],
  [
    'the same, written down',
    versioned('v1.0.0'),
    [withOrigin(versioned('v1.0.0'), ref, by)],
    { state: 'installed', confidence: 'recorded' },
  ],
  [
    'an older one',
    versioned('v1.1.0'),
    [versioned('v1.0.0')],
    { state: 'update', version: 'v1.0.0', confidence: 'likely' },
  ],
  [
    'an older one, written down',
    versioned('v1.1.0'),
    [withOrigin(versioned('v1.0.0'), ref, by)],
    { state: 'update', confidence: 'recorded' },
  ],
  [
    'a newer one',
    versioned('v1.0.0'),
    [versioned('v1.1.0')],
    { state: 'newer-installed', version: 'v1.1.0' },
  ],
  [
    'a version without order',
    versioned('summer'),
    [versioned('winter')],
    { state: 'differs', version: 'winter' },
  ],
  [
    'a version where the listing has none',
    versioned(undefined),
    [versioned('v1.0.0')],
    { state: 'differs' },
  ],
  [
    'no version where the listing has one',
    versioned('v1.0.0'),
    [versioned(undefined)],
    { state: 'differs' },
  ],
  [
    'another content at the same version',
    versioned('v1.0.0'),
    [edited(versioned('v1.0.0'))],
    { state: 'differs', confidence: 'likely' },
  ],
  [
    'another content without version',
    versioned(undefined),
    [edited(versioned(undefined))],
    { state: 'differs' },
  ],
  [
    'the same of another listing',
    versioned('v1.0.0'),
    [withOrigin(versioned('v1.0.0'), other, by)],
    { state: 'elsewhere', version: 'v1.0.0' },
  ],
  [
    'the name with another API',
    versioned('v1.0.0'),
    [withoutApi(versioned('v1.0.0'))],
    { state: 'name-taken', version: 'v1.0.0' },
  ],
  [
    'the name with another API of another listing',
    versioned('v1.0.0'),
    [withOrigin(withoutApi(versioned('v1.0.0')), other, by)],
    { state: 'name-taken' },
  ],
  [
    'an API that this very listing had once',
    versioned('v1.1.0'),
    [withOrigin(withoutApi(versioned('v1.0.0')), ref, by)],
    { state: 'update', confidence: 'recorded' },
  ],
])('a platform with %s', (_what, listed, promises, expected) => {
  const holdings = { platform: 'eu', promises };
  const state = installStateOf(listing(listed), ref, holdings, prefix);
  expect(state).toMatchObject({ platform: 'eu', ...expected });
  const known = promises[0]?.metadata.labels?.['kratix.io/promise-version'];
  expect(state.version).toBe(known);
  const told = ['installed', 'update', 'newer-installed', 'differs'];
  expect(state.confidence !== undefined).toBe(told.includes(state.state));
});

it('knows nothing of a platform that was never read', () => {
  const holdings = { platform: 'eu', releases: [] };
  expect(
    installStateOf(listing(versioned('v1')), ref, holdings, prefix),
  ).toEqual({ platform: 'eu', state: 'unknown' });
});

it('goes by the release that keeps the Promise', () => {
  const release = anObject('PromiseRelease', { name: 'redis' });
  const kept = versioned('v1.0.0');
  kept.metadata.labels = {
    ...kept.metadata.labels,
    'kratix.io/promise-release-name': 'redis',
  };
  const of = (...releases: KubeObject[]) =>
    installStateOf(
      listing(versioned('v1.0.0')),
      ref,
      { platform: 'eu', promises: [kept], releases },
      prefix,
    );
  expect(of()).toMatchObject({ state: 'installed', confidence: 'certain' });
  expect(of(withOrigin(release, ref, by)).confidence).toBe('recorded');
  expect(of(withOrigin(release, other, by)).state).toBe('elsewhere');
});

describe('the same Promise', () => {
  const listed = versioned('v1.0.0', { annotations: { title: 'Redis' } });
  const changed = (change: (copy: KubeObject) => void) => {
    const copy = structuredClone(listed);
    change(copy);
    return copy;
  };

  it.each<[string, KubeObject]>([
    [
      'what clusters add',
      changed(one => {
        one.status = { status: 'Available' };
        Object.assign(one.metadata, {
          uid: 'u',
          resourceVersion: '1',
          generation: 2,
          creationTimestamp: '2026-01-01T00:00:00Z',
          finalizers: ['kratix.io/delete-workflows'],
          managedFields: [{}],
        });
      }),
    ],
    [
      'what others write on it',
      changed(one => {
        one.metadata.labels = {
          ...one.metadata.labels,
          'kratix.io/promise-release-name': 'redis',
          team: 'a',
        };
        one.metadata.annotations = {
          ...one.metadata.annotations,
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        };
      }),
    ],
    [
      'empty workflows',
      changed(one => {
        const spec = one.spec as Record<string, unknown>;
        spec.workflows = {
          ...(spec.workflows as object),
          config: {},
          promise: {},
        };
        spec.requiredPromises = [];
        spec.paused = null;
      }),
    ],
  ])('is so with %s', (_what, installed) => {
    expect(isSamePromise(listed, installed)).toBe(true);
  });

  it.each<[string, KubeObject]>([
    ['another spec', edited(listed)],
    [
      'another label that the listing names',
      changed(one => {
        one.metadata.labels = { 'kratix.io/promise-version': 'v2' };
      }),
    ],
    ['no annotations', changed(one => delete one.metadata.annotations)],
    [
      'another schema',
      changed(one => {
        const spec = one.spec as { api: { spec: Record<string, unknown> } };
        spec.api.spec.preserveUnknownFields = false;
      }),
    ],
  ])('is not so with %s', (_what, installed) => {
    expect(isSamePromise(listed, installed)).toBe(false);
  });
});

const versionOf = (one: KubeObject) =>
  one.metadata.labels?.['kratix.io/promise-version'];

it('recognises what Kratix made of what was applied', () => {
  // The first, beside the checkout, shows what Kratix writes; not all have it.
  const names = ['01-install-promise', '17-promise-release'].filter(
    name => recordingPath(name) !== undefined,
  );
  const pairs = names.flatMap(name => {
    const seen = readRecording(name).lines.flatMap(line =>
      'object' in line && line.object.kind === 'Promise' ? [line.object] : [],
    );
    return seen
      .filter(one => generationOf(one) === 1)
      .flatMap(applied =>
        seen
          .filter(one => one.metadata.uid === applied.metadata.uid)
          .filter(one => generationOf(one) === 2)
          .filter(one => versionOf(one) === versionOf(applied))
          .map(stored => [applied, stored] as const),
      );
  });
  expect(pairs.length).toBeGreaterThan(0);
  for (const [applied, stored] of pairs) {
    expect(isSamePromise(applied, stored)).toBe(true);
  }
});
