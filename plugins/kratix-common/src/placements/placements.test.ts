import {
  aCondition,
  aDestination,
  anObject,
  aPlacement,
  aStore,
  aWork,
  builtAt,
  goingAway,
  ObjectPile,
  playRecording,
  readRecording,
  recordingNames,
  rootGroup,
} from '../testing';
import { destinationDescriptionSchema, placementViewSchema } from '../api';
import { kratixLabels } from '../kratixNames';
import { describeDestination } from './describeDestination';
import { placementViews } from './placementViews';
import { wantedLabels, type Selector } from './selectors';
import { storeOf } from './stores';
import { storePath } from './storePath';
import { whyUnscheduled } from './unscheduled';
import { schedulingVerdicts, whyNot } from './verdicts';
import { targetDestination } from './writes';

const now = Date.parse(builtAt) + 60_000;
const asks = (
  labels: Record<string, string>,
  source = 'promise',
): Selector[] => [{ labels, source }];

it.each([
  ['it has the labels', 'matches', asks({ env: 'prod' }), { env: 'prod' }, {}],
  ['a label differs', 'labels', asks({ env: 'prod' }), { env: 'dev' }, {}],
  ['a label is not there', 'labels', asks({ env: 'prod' }), {}, {}],
  ['nothing is asked for', 'matches', [], { env: 'prod' }, {}],
  [
    'nothing is asked for, and it is strict',
    'strict',
    [],
    { env: 'prod' },
    { spec: { strictMatchLabels: true } },
  ],
  [
    'nothing is asked for, it is strict and has no labels',
    'matches',
    [],
    {},
    { spec: { strictMatchLabels: true } },
  ],
  [
    'it is strict, and its labels are asked for',
    'matches',
    asks({ env: 'prod' }),
    { env: 'prod', region: 'eu' },
    { spec: { strictMatchLabels: true } },
  ],
  [
    'it goes',
    'deleting',
    asks({ env: 'prod' }),
    { env: 'prod' },
    { deletedAt: builtAt },
  ],
  [
    'it is for previews',
    'preview',
    asks({ env: 'prod' }),
    { env: 'prod', [kratixLabels.dryRun]: 'true' },
    {},
  ],
])('%s: %s', (_situation, reason, selectors, labels, parts) => {
  const verdict = whyNot(selectors, aDestination({ labels, ...parts }));
  expect(verdict).toMatchObject({ reason, matches: reason === 'matches' });
});

it('sends previews to preview Destinations alone', () => {
  const preview = aDestination({ labels: { [kratixLabels.dryRun]: 'true' } });
  expect(whyNot([], preview, { preview: true }).matches).toBe(true);
  expect(whyNot([], aDestination(), { preview: true }).reason).toBe('preview');
});

it('lists what is nearest first', () => {
  const verdicts = schedulingVerdicts(asks({ env: 'prod', region: 'eu' }), [
    aDestination({ name: 'far', labels: {} }),
    aDestination({ name: 'zone', labels: { env: 'prod' } }),
    aDestination({ name: 'area', labels: { region: 'eu' } }),
    aDestination({ name: 'here', labels: { env: 'prod', region: 'eu' } }),
  ]);
  expect(
    verdicts.map(({ destination, lacks }) => [destination, lacks]),
  ).toEqual([
    ['here', {}],
    ['area', { env: 'prod' }],
    ['zone', { region: 'eu' }],
    ['far', { env: 'prod', region: 'eu' }],
  ]);
});

it('lists those that are kept for something after those open to more', () => {
  const names = schedulingVerdicts(asks({ shared: 'yes' }), [
    aDestination({ name: 'archive', spec: { strictMatchLabels: true } }),
    aDestination({ name: 'leaving', ...goingAway(['kratix.io/gone']) }),
    aDestination({ name: 'worker' }),
  ]).map(({ destination }) => destination);
  expect(names).toEqual(['worker', 'archive', 'leaving']);
});

it('lets the Promise win over its workflows, and the first entry over others', () => {
  expect(
    wantedLabels([
      { labels: { env: 'a', tier: 'x' }, source: 'resource-workflow' },
      { labels: { env: 'b' }, source: 'promise-workflow' },
      { labels: { env: 'c' }, source: 'promise' },
      { labels: { env: 'd' }, source: 'promise' },
    ]),
  ).toEqual({ env: 'c', tier: 'x' });
});

it('cannot be fooled by labels named like parts of an object', () => {
  const fooled = whyNot(
    asks({ constructor: 'x', toString: 'y' }),
    aDestination(),
  );
  expect(Object.keys(fooled.lacks)).toEqual(['constructor', 'toString']);
});

describe('paths in the state store', () => {
  const names = recordingNames();
  it.each(names)('are where Kratix wrote the files: %s', name => {
    const recording = readRecording(name);
    for (const { line, objects } of playRecording(recording)) {
      if (!('step' in line) || !Array.isArray(line.more.files)) continue;
      const files: unknown[] = line.more.files;
      const pile = new ObjectPile(objects.values());
      for (const placement of pile.kratix('WorkPlacement')) {
        const destination = pile
          .kratix('Destination')
          .find(one => one.metadata.name === targetDestination(placement));
        const stores = pile.kratix('BucketStateStore');
        const folder = storePath(
          placement,
          destination,
          storeOf(destination, stores),
        );
        // Some stores were down or broken: what lies there lies there.
        const inFolder = files.filter(
          file => typeof file === 'string' && file.startsWith(`${folder}/`),
        );
        if (name === '16-state-store-down' || !destination) continue;
        expect([folder, inFolder.length]).not.toEqual([folder, 0]);
      }
    }
    expect(recording.lines.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'nested, under the path of the store',
      'teams/a/worker-1/resources/team-a/redis/cache/configure/5058f',
      {},
      { path: '/teams/a/' },
    ],
    ['flat', 'worker-1', { filepath: { mode: 'none' } }, {}],
    [
      'all in one file',
      'worker-1/aggregated.yaml',
      { filepath: { mode: 'aggregatedYAML' } },
      {},
    ],
    [
      'all in one file with a name',
      'worker-1/all.yaml',
      { filepath: { mode: 'aggregatedYAML', filename: 'all.yaml' } },
      {},
    ],
  ])('are %s', (_mode, expected, spec, storeSpec) => {
    expect(
      storePath(
        aPlacement(),
        aDestination({ spec }),
        aStore({ spec: storeSpec }),
      ),
    ).toBe(expected);
  });

  it('are not guessed without the Destination', () => {
    expect(storePath(aPlacement(), undefined, aStore())).toBeUndefined();
  });
});

describe('placements of a request', () => {
  const view = (parts: {
    work?: Parameters<typeof aWork>[0];
    placement?: Parameters<typeof aPlacement>[0] | null;
  }) => {
    const views = placementViews(
      {
        works: [aWork(parts.work)],
        placements:
          parts.placement === null ? [] : [aPlacement(parts.placement)],
        destinations: [aDestination()],
        stateStores: [aStore()],
      },
      { now },
    );
    expect(placementViewSchema.array().parse(views)).toEqual(views);
    return views;
  };

  it('say where the files went', () => {
    expect(view({})).toEqual([
      {
        work: 'redis-cache-configure-1a2b3',
        group: rootGroup,
        directory: '.',
        pipeline: 'configure',
        selectors: [{ labels: { environment: 'dev' }, source: 'promise' }],
        destination: {
          name: 'worker-1',
          description: expect.objectContaining({ label: 'ready' }),
        },
        storePath: 'worker-1/resources/team-a/redis/cache/configure/5058f',
        write: 'written',
        writtenAt: builtAt,
        files: ['cache.yaml'],
      },
    ]);
  });

  it.each([
    ['writing', { placement: { written: null } }],
    ['earlier-content', { work: { generation: 2 } }],
    [
      'misplaced',
      {
        placement: {
          conditions: [
            aCondition(
              'ScheduleSucceeded',
              'False',
              'DestinationSelectorMismatch',
            ),
          ],
        },
      },
    ],
    [
      'failed',
      { placement: { written: aCondition('WriteSucceeded', 'False') } },
    ],
    ['not-scheduled', { placement: null }],
  ])('are %s', (write, parts) => {
    expect(view(parts)).toMatchObject([{ write }]);
  });

  it('say why nothing took them', () => {
    expect(
      view({ placement: null, work: { selectors: { environment: 'prod' } } }),
    ).toMatchObject([
      {
        verdicts: [
          { destination: 'worker-1', reason: 'labels', matches: false },
        ],
      },
    ]);
  });

  it('have a version only where the store has versions', () => {
    const [git] = view({ placement: { status: { versionID: '9fceb02' } } });
    expect(git.versionId).toBe('9fceb02');
    const [bucket] = view({
      placement: {
        status: {
          versionID:
            'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        },
      },
    });
    expect(bucket.versionId).toBeUndefined();
  });
});

it('groups what nothing takes by the labels it asks for', () => {
  const scheduled = aCondition(
    'ScheduleSucceeded',
    'False',
    'UnscheduledWorkloads',
  );
  const works = [
    aWork({ name: 'a', scheduled, selectors: { region: 'eu', env: 'prod' } }),
    aWork({ name: 'b', scheduled, selectors: { env: 'lab' } }),
    aWork({ name: 'c', scheduled, selectors: { env: 'prod', region: 'eu' } }),
    aWork({ name: 'd' }),
  ];
  const groups = whyUnscheduled(
    { platform: 'eu', works, destinations: [aDestination()] },
    {
      now,
      // One of them may not be seen.
      requestOf: ({ metadata }) =>
        metadata.name === 'a' ? 'eu/crd/team-a/cache' : undefined,
    },
  );
  expect(
    groups.map(({ labels, count, requests }) => ({ labels, count, requests })),
  ).toEqual([
    {
      labels: { env: 'prod', region: 'eu' },
      count: 2,
      requests: ['eu/crd/team-a/cache'],
    },
    { labels: { env: 'lab' }, count: 1, requests: [] },
  ]);
});

describe('Destinations', () => {
  const ready = (status: 'True' | 'False', reason: string) =>
    aCondition('Ready', status, reason);

  it.each([
    ['ready', 'ok', aDestination()],
    [
      'store-not-ready',
      'error',
      aDestination({ ready: ready('False', 'StateStoreNotReady') }),
    ],
    [
      'store-missing',
      'error',
      aDestination({ ready: ready('False', 'StateStoreNotFound') }),
    ],
    [
      'write-failed',
      'error',
      aDestination({ ready: ready('False', 'StateStoreWriteFailed') }),
    ],
    [
      'not-ready',
      'error',
      aDestination({ ready: ready('False', 'DestinationNotReady') }),
    ],
    ['not-checked', 'neutral', aDestination({ ready: null })],
    ['deleting', 'neutral', aDestination({ deletedAt: builtAt })],
    ['unknown-to-platform', 'warn', undefined],
  ])('are %s', (label, tone, destination) => {
    const description = describeDestination({ destination }, { now });
    expect(description).toMatchObject({ label, tone });
    expect(destinationDescriptionSchema.parse(description)).toEqual(
      description,
    );
  });

  it.each([
    ['ready', ready('True', 'StateStoreReady')],
    ['credentials-missing', ready('False', 'SecretNotFound')],
    ['refused', ready('False', 'ErrorValidatingPermissions')],
    ['not-ready', ready('False', 'ErrorInitialisingWriter')],
  ])('have a store that is %s', (label, condition) => {
    expect(
      describeDestination(
        {
          destination: aDestination(),
          stateStore: aStore({ ready: condition }),
        },
        { now },
      ).store,
    ).toEqual({ kind: 'BucketStateStore', name: 'default', label });
  });

  it('have a store that nobody has checked', () => {
    expect(
      describeDestination(
        {
          destination: aDestination(),
          stateStore: anObject('BucketStateStore', { name: 'default' }),
        },
        { now },
      ).store?.label,
    ).toBe('not-checked');
  });

  it('quote what the store says, which knows more', () => {
    const { causes } = describeDestination(
      {
        destination: aDestination({
          ready: ready('False', 'StateStoreNotReady'),
        }),
        stateStore: aStore({
          ready: aCondition('Ready', 'False', 'SecretNotFound', {
            message: 'Secret missing not found',
          }),
        }),
      },
      { now },
    );
    expect(causes).toMatchObject([
      {
        id: 'store-not-ready',
        params: { reason: 'SecretNotFound', store: 'default' },
        platformSays: 'Secret missing not found',
      },
    ]);
  });
});
