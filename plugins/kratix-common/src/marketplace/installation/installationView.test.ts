import { causeOf } from '../../causes';
import { installationViewSchema } from '../../api';
import { kratixLabels, promiseFinalizers } from '../../kratixNames';
import {
  aCondition,
  anHourLater,
  anObject,
  anUnavailablePromise,
  aPlacement,
  aPromise,
  aWork,
  failedWrite,
  goingAway,
  promiseSituation,
} from '../../testing';
import type { InstallationFacts } from './facts';
import { installationView } from './installationView';

const prefix = 'kratix-portal.io/';
const origin = { [`${prefix}marketplace-listing`]: 'ours/redis' };

function viewOf(more: Partial<InstallationFacts> = {}) {
  const view = installationView(
    {
      platform: 'eu',
      name: 'redis',
      freshness: { platform: 'eu', title: 'EU', label: 'connected' },
      annotationPrefix: prefix,
      ...more,
    },
    { now: anHourLater },
  );
  expect(installationViewSchema.safeParse(view).success).toBe(true);
  return view;
}

const aRelease = (parts: Parameters<typeof anObject>[1] = {}) =>
  anObject('PromiseRelease', {
    name: 'redis',
    spec: {
      version: 'v1.0.0',
      sourceRef: { type: 'http', url: 'https://ci:s3cret@example.org/a.yaml' },
    },
    annotations: origin,
    ...parts,
  });

it('neither Promise nor release: it is absent', () => {
  const { freshness, ...view } = viewOf();
  expect(view).toEqual({
    platform: 'eu',
    name: 'redis',
    state: 'absent',
    stages: [],
    causes: [],
    finalizers: [],
  });
  expect(freshness.title).toBe('EU');
});

it('knows where it came from, by itself or by its release', () => {
  const promise = aPromise({ annotations: origin });
  expect(viewOf({ facts: promiseSituation({ promise }) })).toMatchObject({
    state: 'available',
    method: 'promise',
    version: 'v1.0.0',
    origin: { source: 'ours', entry: 'redis' },
    stages: [
      { stage: 'created', state: 'done' },
      { stage: 'steps', state: 'nothing-to-do' },
      { stage: 'delivered', state: 'nothing-to-do' },
      { stage: 'available', state: 'done' },
    ],
    causes: [],
  });
  expect(viewOf({ release: aRelease() })).toMatchObject({
    state: 'installing',
    method: 'release',
    version: 'v1.0.0',
    origin: { source: 'ours', entry: 'redis' },
  });
});

it('a release that can’t be fetched fails with its reason, without passwords', () => {
  const view = viewOf({
    release: aRelease({
      status: {
        conditions: [
          aCondition('Installed', 'False', 'FailedToFetchPromise', {
            message: 'Get "https://ci:s3cret@example.org/a.yaml": refused',
          }),
        ],
      },
    }),
  });
  expect(view).toMatchObject({
    state: 'failed',
    stages: [{ stage: 'fetched', state: 'failed' }, {}, {}, {}, {}],
    causes: [{ id: 'release-fetch', params: { promise: 'redis' } }],
  });
  expect(JSON.stringify(view)).not.toContain('s3cret');
});

it('the version before stays: an upgrade by release that fails has failed', () => {
  const promise = aPromise({
    labels: {
      [kratixLabels.promiseVersion]: 'v1.0.0',
      [kratixLabels.promiseReleaseName]: 'redis',
    },
  });
  const release = aRelease({
    spec: { version: 'v2.0.0', sourceRef: { url: 'https://example.org' } },
    status: {
      conditions: [aCondition('Installed', 'False', 'VersionNotMatching')],
    },
  });
  const facts = promiseSituation({ promise, release });
  const view = viewOf({ facts, release });
  expect(view).toMatchObject({ state: 'failed', version: 'v2.0.0' });
  expect(view.causes.map(({ id }) => id)).toEqual(['release-mismatch']);
  expect(view.description?.label).toBe('available');
});

it('what was written but not delivered has not succeeded', () => {
  const facts = promiseSituation({
    works: [aWork({ labels: { [kratixLabels.workType]: 'promise' } })],
    placements: [aPlacement({ conditions: [failedWrite] })],
  });
  const view = viewOf({ facts });
  expect(view).toMatchObject({
    state: 'failed',
    causes: [{ id: 'write-failed' }],
  });
  expect(view.stages).toContainEqual({ stage: 'delivered', state: 'failed' });
  expect(view.stages).toContainEqual({ stage: 'available', state: 'done' });
});

it('deliveries that can’t be seen are no stage, and hold nothing up', () => {
  const view = viewOf({ facts: promiseSituation({ works: undefined }) });
  expect(view.state).toBe('available');
  expect(view.stages.map(({ stage }) => stage)).toEqual([
    'created',
    'steps',
    'available',
  ]);
});

it('what is Unavailable without any other reason has failed', () => {
  const promise = anUnavailablePromise();
  expect(viewOf({ facts: promiseSituation({ promise }) })).toMatchObject({
    state: 'failed',
    causes: [{ id: 'unavailable' }],
  });
});

describe('while it is removed', () => {
  const promise = aPromise(goingAway(promiseFinalizers.slice(2)));
  const facts = promiseSituation({ promise });

  it('finalizers tell what is left, in order, the release’s last', () => {
    const release = aRelease(goingAway(['kratix.io/promise-cleanup']));
    const view = viewOf({ facts, release });
    expect(view).toMatchObject({ state: 'removing', stages: [] });
    expect(view.finalizers).toEqual([
      ...promiseFinalizers.slice(2),
      'kratix.io/promise-cleanup',
    ]);
  });

  it('the release alone may be left', () => {
    const release = aRelease(goingAway(['kratix.io/promise-cleanup']));
    expect(viewOf({ release })).toMatchObject({
      state: 'removing',
      finalizers: ['kratix.io/promise-cleanup'],
      causes: [],
    });
  });

  it('a request that can’t go holds it up', () => {
    const block = causeOf({ id: 'delete-step-failed', responsible: 'nobody' });
    const view = viewOf({ facts, requestBlocks: [block] });
    expect(view.state).toBe('removal-blocked');
    expect(view.causes[0]).toEqual(block);
    // Of no concern to a Promise that stays.
    const staying = viewOf({
      facts: promiseSituation(),
      requestBlocks: [block],
    });
    expect(staying).toMatchObject({ state: 'available', causes: [] });
  });

  it('a finalizer that stays for long holds it up', () => {
    const old = aPromise({
      ...goingAway(promiseFinalizers.slice(4)),
      deletedAt: new Date(anHourLater - 20 * 60_000).toISOString(),
    });
    const view = viewOf({ facts: promiseSituation({ promise: old }) });
    expect(view).toMatchObject({
      state: 'removal-blocked',
      causes: [{ id: 'delete-finalizer' }],
    });
  });
});
