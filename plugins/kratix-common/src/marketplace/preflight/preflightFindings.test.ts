import type {
  PreflightCheck,
  PreflightFinding,
  PromiseChanges,
} from '../../api';
import { findingOf } from './finding';
import type { KubeObject } from '../../kube';
import {
  aCrd,
  aDestination,
  anObject,
  aPromise,
  aRevision,
} from '../../testing';
import { preflightFindings } from './preflightFindings';
import type { PreflightInput, PreflightUpgrade } from './types';

const aPipeline = (container: object, spec: object = {}) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'configure' },
  spec: { containers: [{ name: 'make', ...container }], ...spec },
});

/** Promise `redis` v1.0.0 as a listing has it. */
const listed = (
  spec: Record<string, unknown> = {},
  pipeline = aPipeline({ image: 'ghcr.io/acme/make:v1' }),
): KubeObject => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: {
    name: 'redis',
    labels: { 'kratix.io/promise-version': 'v1.0.0' },
  },
  spec: {
    api: { ...aCrd(), metadata: { name: 'rediss.demo.kratix-portal.io' } },
    workflows: { resource: { configure: [pipeline] } },
    ...spec,
  },
});

const anInput = (parts: Partial<PreflightInput> = {}): PreflightInput => ({
  promise: listed(),
  listing: { name: 'redis', version: 'v1.0.0' },
  method: 'promise',
  publicUrl: 'https://example.org/redis.yaml',
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
  ...parts,
});

const onPlatform = (
  platform: Partial<PreflightInput['platform']>,
  parts: Partial<PreflightInput> = {},
) => anInput({ platform: { ...anInput().platform, ...platform }, ...parts });

const changes = (...api: PromiseChanges['api']): PromiseChanges => ({
  api,
  other: [],
  before: '',
  after: '',
});

const upgrading = (
  parts: Partial<PreflightUpgrade> = {},
  more: Partial<PreflightInput> = {},
) =>
  onPlatform(
    { promises: [aPromise()] },
    {
      upgrade: {
        from: 'v0.9.0',
        order: 'newer',
        changes: changes(),
        total: 0,
        refused: 0,
        refusedNames: [],
        reruns: 0,
        ...parts,
      },
      ...more,
    },
  );

const right = (parts: object) => ({
  rbac: {
    permissions: [
      { apiGroups: [''], resources: ['pods'], verbs: ['get'], ...parts },
    ],
  },
});
const asking = (rbac: object) =>
  anInput({ promise: listed({}, aPipeline({ image: 'a/b:v1' }, rbac)) });
const requiring = (...requiredPromises: object[]) =>
  listed({ requiredPromises });
const running = (image: string) => listed({}, aPipeline({ image }));

const aDeployment = (...images: string[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'controller', namespace: 'cert-manager' },
  spec: {
    template: { spec: { containers: images.map(image => ({ image })) } },
  },
});

type Expected = [level: PreflightFinding['level'], params: object];
const cases: [PreflightCheck, string, PreflightInput, ...Expected][] = [
  ['document', 'a good one', anInput(), 'fine', {}],
  [
    'document',
    'another name',
    anInput({ listing: { name: 'cache' } }),
    'blocker',
    { reason: 'metadata.name has to be cache, as in the listing' },
  ],

  ['name', 'a free one', anInput(), 'fine', { name: 'redis' }],
  ['name', 'not readable', onPlatform({ promises: undefined }), 'warning', {}],
  [
    'name',
    'taken by another Promise',
    onPlatform({ promises: [aPromise()] }),
    'blocker',
    { name: 'redis', version: 'v1.0.0' },
  ],
  ['name', 'its own', upgrading(), 'fine', { version: 'v1.0.0' }],
  [
    'name',
    'its own, being removed',
    {
      ...upgrading(),
      platform: {
        ...anInput().platform,
        promises: [aPromise({ deletedAt: '2026-01-01T00:00:00Z' })],
      },
    },
    'blocker',
    {},
  ],
  [
    'name',
    'a release that is there',
    onPlatform(
      { releases: [anObject('PromiseRelease', { name: 'redis' })] },
      { method: 'release' },
    ),
    'blocker',
    {},
  ],

  ['api', 'free', anInput(), 'fine', { crd: 'rediss.demo.kratix-portal.io' }],
  ['api', 'its own', onPlatform({ crd: aCrd() }), 'fine', {}],
  ['api', 'not readable', onPlatform({ crd: undefined }), 'warning', {}],
  [
    'api',
    'of another Promise',
    onPlatform({
      promises: [aPromise({ name: 'cache', spec: { api: aCrd() } })],
    }),
    'blocker',
    { by: 'Promise cache' },
  ],
  [
    'api',
    'labelled for another Promise',
    onPlatform({
      crd: {
        ...aCrd(),
        metadata: {
          ...aCrd().metadata,
          labels: { 'kratix.io/promise-name': 'cache' },
        },
      },
    }),
    'blocker',
    { by: 'Promise cache' },
  ],
  [
    'api',
    'of an operator',
    onPlatform({
      crd: { ...aCrd(), metadata: { name: 'rediss.demo.kratix-portal.io' } },
    }),
    'blocker',
    { by: 'no Promise' },
  ],

  ['kind-shared', 'alone', anInput(), 'fine', { kind: 'Redis' }],
  [
    'kind-shared',
    'in another group too, whatever its letters',
    onPlatform({
      promises: [
        aPromise({
          name: 'other',
          spec: {
            api: {
              kind: 'CustomResourceDefinition',
              metadata: { name: 'redis.other.org' },
              spec: {
                group: 'other.org',
                names: { kind: 'redis', plural: 'redis' },
                scope: 'Namespaced',
                versions: [{ name: 'v1', served: true, storage: true }],
              },
            },
          },
        }),
      ],
    }),
    'warning',
    { groups: 'other.org' },
  ],
  [
    'kind-shared',
    'one of Kubernetes',
    anInput({ promise: listed({ api: aCrd('namespace') }) }),
    'warning',
    { kind: 'Namespace', groups: 'Kubernetes' },
  ],

  [
    'requirement',
    'there',
    onPlatform(
      {
        promises: [aPromise({ name: 'db' })],
        revisions: [aRevision('v2', { promise: 'db' })],
      },
      { promise: requiring({ name: 'db', version: 'v2' }) },
    ),
    'fine',
    { required: 'db', version: 'v2', state: 'installed' },
  ],
  [
    'requirement',
    'missing, and offered',
    anInput({
      promise: requiring({ name: 'db', version: 'v2' }),
      offered: (name, version) => `ours/${name}-${version}`,
    }),
    'warning',
    { state: 'not-installed', offered: 'ours/db-v2' },
  ],
  [
    'requirement',
    'missing, and nowhere',
    anInput({ promise: requiring({ name: 'db' }) }),
    'warning',
    { required: 'db', state: 'not-installed', offered: '' },
  ],
  [
    'requirement',
    'there at another version',
    onPlatform(
      { promises: [aPromise({ name: 'db' })] },
      { promise: requiring({ name: 'db', version: 'v2' }) },
    ),
    'warning',
    { state: 'other-version' },
  ],
  [
    'requirement',
    'not available yet',
    onPlatform(
      {
        promises: [
          aPromise({
            name: 'db',
            status: { status: 'Unavailable', kratix: {}, conditions: [] },
          }),
        ],
      },
      { promise: requiring({ name: 'db' }) },
    ),
    'warning',
    { state: 'not-available' },
  ],
  [
    'requirement',
    'not readable',
    onPlatform({ promises: undefined }, { promise: requiring({ name: 'db' }) }),
    'warning',
    { state: 'unknown' },
  ],

  [
    'destinations',
    'some match',
    onPlatform(
      {
        destinations: [
          aDestination(),
          aDestination({ name: 'b', labels: { environment: 'prod' } }),
        ],
      },
      {
        promise: listed({
          destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
        }),
      },
    ),
    'fine',
    { matching: 1, total: 2, labels: 'environment=dev' },
  ],
  [
    'destinations',
    'none matches',
    anInput({
      promise: listed({
        destinationSelectors: [{ matchLabels: { environment: 'mars' } }],
      }),
    }),
    'warning',
    { matching: 0, total: 1 },
  ],
  [
    'destinations',
    'there is none',
    onPlatform({ destinations: [] }),
    'warning',
    { matching: 0, total: 0 },
  ],
  [
    'destinations',
    'not readable',
    onPlatform({ destinations: undefined }),
    'warning',
    { matching: '?' },
  ],

  ['image-registry', 'no policy', anInput(), 'fine', { count: 0 }],
  [
    'image-registry',
    'an allowed one',
    anInput({ allowedImages: ['ghcr.io/acme/*'] }),
    'fine',
    { count: 0 },
  ],
  [
    'image-registry',
    'a foreign one',
    anInput({ allowedImages: ['ghcr.io/ours/*'] }),
    'blocker',
    { count: 1 },
  ],
  ['image-tag', 'pinned', anInput(), 'fine', { count: 0 }],
  [
    'image-tag',
    'latest',
    anInput({ promise: running('redis:latest') }),
    'warning',
    { count: 1 },
  ],
  [
    'image-registry',
    'a foreign one that it brings',
    anInput({
      promise: listed({ dependencies: [aDeployment('quay.io/x/y:v1')] }),
      allowedImages: ['ghcr.io/acme/*'],
    }),
    'blocker',
    { count: 1 },
  ],
  [
    'image-tag',
    'latest, that it brings',
    anInput({ promise: listed({ dependencies: [aDeployment('quay.io/x')] }) }),
    'warning',
    { count: 1 },
  ],
  ['rights-wide', 'none', anInput(), 'fine', { count: 0 }],
  ['rights-wide', 'in its namespace', asking(right({})), 'fine', { count: 0 }],
  [
    'rights-wide',
    'everywhere',
    asking(right({ resourceNamespace: '*' })),
    'warning',
    { count: 1 },
  ],
  [
    'rights-wide',
    'that lead to others',
    asking(right({ verbs: ['escalate'] })),
    'warning',
    { count: 1 },
  ],
  [
    'rights-wide',
    'of an account that is there',
    asking({ rbac: { serviceAccount: 'admin' } }),
    'warning',
    { count: 1 },
  ],
  ['rights-secrets', 'none', asking(right({})), 'fine', { count: 0 }],
  [
    'rights-secrets',
    'Secrets',
    asking(right({ resources: ['secrets'] })),
    'warning',
    { count: 1 },
  ],

  ['access', 'may', anInput(), 'fine', {}],
  ['access', 'may not', anInput({ access: 'denied' }), 'blocker', {}],
  ['access', 'unknown', anInput({ access: 'unknown' }), 'warning', {}],
  ['dry-run', 'accepted', anInput(), 'fine', {}],
  [
    'dry-run',
    'refused',
    anInput({ rehearsal: { state: 'refused', says: 'no', details: [] } }),
    'blocker',
    {},
  ],
  [
    'dry-run',
    'not asked',
    anInput({ rehearsal: { state: 'not-asked', reason: 'document' } }),
    'warning',
    { reason: 'document' },
  ],
  [
    'fetch',
    'fetched',
    anInput({ method: 'release', fetching: { state: 'fetched' } }),
    'fine',
    { url: 'https://example.org/redis.yaml' },
  ],
  [
    'fetch',
    'refused',
    anInput({ method: 'release', fetching: { state: 'refused', says: '404' } }),
    'blocker',
    {},
  ],
  ['fetch', 'no webhook', anInput({ method: 'release' }), 'warning', {}],
  [
    'fetch',
    'what no policy could be held to',
    anInput({ method: 'release', fetching: { state: 'forbidden' } }),
    'blocker',
    {},
  ],

  ['version', 'newer', upgrading(), 'fine', { from: 'v0.9.0', to: 'v1.0.0' }],
  ['version', 'the same', upgrading({ order: 'same' }), 'fine', {}],
  ['version', 'older', upgrading({ order: 'older' }), 'warning', {}],
  ['version', 'no order', upgrading({ order: 'unordered' }), 'warning', {}],
  [
    'version',
    'none before',
    upgrading({ from: undefined, order: 'unknown' }),
    'warning',
    { from: '-' },
  ],
  ['api-breaking', 'nothing', upgrading(), 'fine', { count: 0 }],
  [
    'api-breaking',
    'something, and something harmless',
    upgrading({
      changes: changes(
        { kind: 'now-required', path: 'spec.size', breaking: true },
        { kind: 'field-added', path: 'spec.x', breaking: false },
      ),
    }),
    'warning',
    { count: 1 },
  ],
  ['api-renamed', 'as it was', upgrading(), 'fine', {}],
  [
    'api-renamed',
    'renamed',
    upgrading({
      changes: changes({ kind: 'renamed', path: '', breaking: true }),
    }),
    'blocker',
    {},
  ],
  [
    'api-renamed',
    'gone',
    upgrading({
      changes: changes({ kind: 'api-removed', path: '', breaking: true }),
    }),
    'blocker',
    {},
  ],
  [
    'requests-refused',
    'none',
    upgrading({ total: 5 }),
    'fine',
    { refused: 0, total: 5 },
  ],
  [
    'requests-refused',
    'some',
    upgrading({ total: 5, refused: 2, refusedNames: ['a/b'] }),
    'warning',
    { refused: 2, total: 5 },
  ],
  ['requests-rerun', 'none', upgrading(), 'fine', { count: 0 }],
  ['requests-rerun', 'some', upgrading({ reruns: 4 }), 'warning', { count: 4 }],
  ['local-edits', 'none', upgrading({ localEdits: [] }), 'fine', { count: 0 }],
  [
    'local-edits',
    'some',
    upgrading({ localEdits: ['image x: changed'] }),
    'warning',
    { count: 1 },
  ],
  [
    'release-managed',
    'by its release',
    upgrading({ release: 'redis' }, { method: 'release' }),
    'fine',
    {},
  ],
  [
    'release-managed',
    'behind its back',
    upgrading({ release: 'redis' }),
    'warning',
    {},
  ],
  [
    'release-managed',
    'a release that waits',
    onPlatform({ releases: [anObject('PromiseRelease', { name: 'redis' })] }),
    'warning',
    {},
  ],
];

it.each(cases)('%s: %s', (check, _situation, input, level, params) => {
  const found = preflightFindings(input).filter(one => one.check === check);
  expect(found).toEqual([
    expect.objectContaining({ level, params: expect.objectContaining(params) }),
  ]);
});

it('says exactly what it found', () => {
  const findings = preflightFindings(
    anInput({
      allowedImages: ['ghcr.io/ours/*'],
      promise: listed(
        { destinationSelectors: [{ matchLabels: { environment: 'mars' } }] },
        aPipeline(
          { image: 'redis' },
          right({
            resourceNamespace: '*',
            apiGroups: ['', 'apps'],
            resources: ['secrets', 'deployments'],
            resourceNames: ['one'],
            verbs: ['get', 'list'],
          }),
        ),
      ),
    }),
  );
  const details = Object.fromEntries(
    findings.map(({ check, details: lines }) => [check, lines]),
  );
  expect(details).toMatchObject({
    destinations: ['worker-1: lacks environment=mars'],
    'image-registry': ['redis: resource.configure/configure, make'],
    'image-tag': ['redis: resource.configure/configure, make'],
    'rights-wide': [
      'resource.configure/configure: get, list secrets, deployments of apps named one in all namespaces',
    ],
  });
});

it('says where an image that it brings is from, once', () => {
  const dependencies = [aDeployment('quay.io/a', 'quay.io/a', 'quay.io/b:v1')];
  const found = preflightFindings(
    anInput({ promise: listed({ dependencies }), allowedImages: [] }),
  );
  const detailsOf = (check: PreflightCheck) =>
    found.find(one => one.check === check)?.details;
  expect(detailsOf('image-registry')).toEqual([
    'ghcr.io/acme/make:v1: resource.configure/configure, make',
    'Deployment cert-manager/controller: quay.io/a',
    'Deployment cert-manager/controller: quay.io/b:v1',
  ]);
  expect(detailsOf('image-tag')).toEqual([
    'Deployment cert-manager/controller: quay.io/a',
  ]);
});

it('takes nothing for allowed or fixed that is too much to look through', () => {
  const dependencies = Array.from({ length: 600_000 }, () => ({}));
  const levels = (allowedImages?: string[]) =>
    preflightFindings(
      anInput({ promise: listed({ dependencies }), allowedImages }),
    )
      .filter(({ check }) => check.startsWith('image-'))
      .map(({ level }) => level);
  expect(levels(['*'])).toEqual(['blocker', 'warning']);
  expect(levels()).toEqual(['fine', 'warning']);
});

it('lets Kratix fetch from public addresses alone', () => {
  const found = preflightFindings(
    anInput({ method: 'release', fetching: { state: 'not-public' } }),
  ).find(({ check }) => check === 'fetch');
  expect(found?.level).toBe('blocker');
});

it('leaves requirements out of what the platform says', () => {
  const [finding] = preflightFindings(
    anInput({
      rehearsal: {
        state: 'accepted',
        warnings: [
          'Required Promise "db" at version "v1" not installed',
          'Promise will not be available until the above issue(s) is resolved',
          'unknown field "spec.x"',
        ],
      },
    }),
  ).filter(({ check }) => check === 'dry-run');
  expect(finding.details).toEqual(['unknown field "spec.x"']);
});

it.each([
  ['a branch', 'https://example.org/main/redis.yaml', 1],
  ['a commit', `https://example.org/${'a1'.repeat(20)}/redis.yaml`, 0],
])('says that %s may move or not', (_what, publicUrl, lines) => {
  const found = preflightFindings(
    anInput({ method: 'release', publicUrl, fetching: { state: 'fetched' } }),
  ).find(({ check }) => check === 'fetch');
  expect(found?.details).toHaveLength(lines);
});

it('asks nothing of upgrades about an install, and of releases about a Promise', () => {
  const checks = preflightFindings(anInput()).map(({ check }) => check);
  expect(checks).not.toContain('version');
  expect(checks).not.toContain('fetch');
});

it('has an id of its own for each finding', () => {
  const twice = requiring(
    { name: 'db', version: 'v1' },
    { name: 'db', version: 'v2' },
    { name: 'db', version: 'v1' },
  );
  const ids = preflightFindings(anInput({ promise: twice })).map(
    ({ id }) => id,
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => id.startsWith('requirement'))).toEqual([
    'requirement:db@v1',
    'requirement:db@v2',
  ]);
});

it('keeps the id of what may be acknowledged to what was seen', () => {
  const idWith = (image: string) =>
    preflightFindings(anInput({ promise: running(image) })).find(
      ({ check }) => check === 'image-tag',
    )?.id;
  expect(idWith('redis')).toBe(idWith('redis'));
  expect(idWith('redis')).not.toBe(idWith('mysql'));
});

it.each([
  ['requests-refused', { refused: 2, refusedNames: ['a/b'] }, { refused: 3 }],
  [
    'requests-refused',
    { refused: 1, refusedNames: ['a/b'] },
    { refusedNames: ['a/c'] },
  ],
  ['requests-rerun', { reruns: 4 }, { reruns: 5 }],
])('keeps the id of %s to %j, not %j', (check, seen, since) => {
  const idOf = (parts: Partial<PreflightUpgrade>) =>
    preflightFindings(upgrading(parts)).find(one => one.check === check)?.id;
  expect(idOf(seen)).toBe(idOf({ ...seen }));
  expect(idOf({ ...seen, ...since })).not.toBe(idOf(seen));
  expect(idOf({})).toBe(check);
});

it('is bounded, whatever a listing asks for', () => {
  const details = Array.from({ length: 1000 }, (_one, at) =>
    `${at}`.repeat(1000),
  );
  const finding = findingOf('image-tag', 'warning', {
    details,
    subject: 'x'.repeat(1000),
    sealed: true,
  });
  expect(finding.id.length).toBeLessThanOrEqual(300);
  expect(finding.details).toHaveLength(200);
  expect(finding.details[999 % 200].length).toBeLessThanOrEqual(500);
});

it('is not misled by a pile of odd objects', () => {
  const odd = { metadata: { name: '' } };
  const findings = preflightFindings({
    ...anInput(),
    promise: { ...odd, spec: { workflows: [], requiredPromises: 7 } },
    platform: {
      promises: [odd],
      revisions: [odd],
      releases: [odd],
      destinations: [odd],
      crds: [odd],
      crd: odd,
    },
  });
  expect(findings[0]).toMatchObject({ check: 'document', level: 'blocker' });
});
