import { applyPatch, type Operation } from 'fast-json-patch';
import type { KubeObject } from '../../kube';
import { installObject, isEdited, releaseObject } from './installObject';
import { releasePatch, upgradePatch } from './upgradePatch';

const origin = {
  ref: { source: 'ours', entry: 'sql~aws' },
  installedBy: 'user:default/ann',
  prefix: 'px/',
};
const written = {
  'px/marketplace-listing': 'ours/sql~aws',
  'px/installed-by': 'user:default/ann',
};

const listed = (parts: object = {}, spec: object = {}): KubeObject => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'sql', ...parts },
  spec,
});

const patched = (object: KubeObject, patch: ReturnType<typeof upgradePatch>) =>
  applyPatch(
    structuredClone(object),
    patch.map(
      (one): Operation =>
        one.op === 'remove'
          ? { op: one.op, path: one.path }
          : { op: one.op, path: one.path, value: one.value },
    ),
  ).newDocument;

it('asks for what the listing says, and nothing that clusters write', () => {
  const promise = {
    ...listed({
      namespace: 'default',
      uid: 'u',
      resourceVersion: '7',
      generation: 3,
      creationTimestamp: null,
      deletionTimestamp: '2026-01-01T00:00:00Z',
      finalizers: ['a/b'],
      ownerReferences: [{}],
      managedFields: [{}],
      labels: {
        'kratix.io/promise-version': 'v1',
        'kratix.io/promise-release-name': 'theirs',
      },
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
        'px/installed-by': 'user:default/nobody',
        mine: 'stays',
      },
    }),
    status: {},
  };
  expect(installObject(promise, origin)).toEqual({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'sql',
      labels: { 'kratix.io/promise-version': 'v1' },
      annotations: { mine: 'stays', ...written },
    },
    spec: {},
  });
});

it('writes a PromiseRelease that says where it comes from', () => {
  const release = { name: 'sql', version: 'v1', url: 'https://example.org/x' };
  expect(releaseObject(release, origin)).toEqual({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name: 'sql', annotations: written },
    spec: {
      version: 'v1',
      sourceRef: { type: 'http', url: 'https://example.org/x' },
    },
  });
});

it.each([
  ['what clusters write', { uid: 'u', creationTimestamp: null }, {}, false],
  ['a label', { labels: { a: 'b' } }, {}, true],
  ['a field', {}, { destinationSelectors: [] }, true],
])('an edit of %s counts: %#', (_what, metadata, spec, edited) => {
  expect(isEdited(listed(), listed(metadata, spec))).toBe(edited);
});

describe('an upgrade', () => {
  const version = (label: string) => ({
    labels: { 'kratix.io/promise-version': label },
  });

  it('replaces the spec and what the listing names; the rest stays', () => {
    const installed = listed(
      {
        generation: 4,
        labels: { ...version('v1').labels, theirs: 'x', 'a~1b/c': '1' },
        annotations: { 'px/installed-by': 'user:default/bob', theirs: 'y' },
      },
      { old: true },
    );
    const next = listed(
      { labels: { ...version('v2').labels, 'a~1b/c': '2' } },
      { new: true },
    );
    expect(
      patched(installed, upgradePatch(installed, next, origin)),
    ).toMatchObject({
      metadata: {
        generation: 4,
        labels: { ...version('v2').labels, theirs: 'x', 'a~1b/c': '2' },
        annotations: { ...written, theirs: 'y' },
      },
      spec: { new: true },
    });
  });

  it('makes maps that are not there', () => {
    const installed = listed({}, {});
    const next = listed(version('v2'));
    expect(
      patched(installed, upgradePatch(installed, next, origin)).metadata,
    ).toEqual({ name: 'sql', ...version('v2'), annotations: written });
  });

  it('does not keep the version of what it replaces', () => {
    const installed = listed(version('v1'));
    expect(
      patched(installed, upgradePatch(installed, listed(), origin)).metadata
        .labels,
    ).toEqual({});
  });

  it('moves a PromiseRelease', () => {
    const release: KubeObject = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'PromiseRelease',
      metadata: { name: 'sql', annotations: { theirs: 'y' } },
      spec: {
        sourceRef: { type: 'http', url: 'old', secretRef: { name: 's' } },
      },
    };
    expect(
      patched(
        release,
        releasePatch(release, { version: 'v2', url: 'new' }, origin),
      ),
    ).toMatchObject({
      metadata: { annotations: { theirs: 'y', ...written } },
      spec: {
        version: 'v2',
        sourceRef: { type: 'http', url: 'new', secretRef: { name: 's' } },
      },
    });
  });
});
