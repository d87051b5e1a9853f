import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fakePlatform,
  type FakePlatform,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GroupNamespaces } from '../requests/GroupNamespaces';
import { entityOptions } from '../__testUtils__/samples';
import { KratixEntityProvider } from './KratixEntityProvider';

// Thousands of events, each played on its own.
jest.setTimeout(120_000);

const folder = resolve(__dirname, '../../../../../shared/kratix/recordings');

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => jest.useRealTimers());

const settle = () => jest.advanceTimersByTimeAsync(100);

interface WatchLine {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  initial?: boolean;
  object: KubeObject;
}

function linesOf(file: string): WatchLine[] {
  const bytes = readFileSync(resolve(folder, file));
  const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return text
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .filter(line => line.object);
}

function play(platform: FakePlatform, { type, object }: WatchLine) {
  if (type === 'DELETED') platform.remove(object);
  else platform.apply(object);
}

async function replay(file: string) {
  const lines = linesOf(file);
  const platform = fakePlatform({ id: 'eu' });
  lines.filter(({ initial }) => initial).forEach(line => play(platform, line));
  const mutations: EntityProviderMutation[] = [];
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const provider = new KratixEntityProvider({
    platform,
    entityOptions,
    groups: new GroupNamespaces({
      catalog: { getEntities: async () => ({ items: [] }) },
      auth: mockServices.auth(),
      logger,
      settings: {
        annotationPrefix: 'px/',
        namespaces: { from: 'fixed', namespace: 'all' },
      },
    }),
    earlier: { find: async () => new Map() },
    taskRunner: { run: async () => {} },
    logger,
  });
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  });
  await settle();
  const later = lines.filter(({ initial }) => !initial);
  for (const line of later) {
    play(platform, line);
    // The worst case: no two changes fall into one batch.
    await settle();
  }
  await provider.stop();
  const written = mutations
    .slice(1)
    .flatMap(mutation =>
      mutation.type === 'delta'
        ? [
            ...mutation.added.map(({ entity }) => stringifyEntityRef(entity)),
            ...mutation.removed.map(one =>
              'entityRef' in one ? `-${one.entityRef}` : '',
            ),
          ]
        : [],
    );
  return { events: later.length, written };
}

/**
 * What came, went or changed identity while it was recorded: nothing else may
 * be written, however much there is to hear.
 */
const expected: [string, string, number, string[]][] = [
  [
    'static dependencies that never rest',
    '01b-install-with-dependencies.ndjson',
    254,
    [
      'component:default/eu.redis',
      'api:default/eu.redis',
      'template:default/eu.redis',
    ],
  ],
  [
    'a state store that is down',
    '16-state-store-down.ndjson.gz',
    2853,
    ['resource:default/eu.default.database.billing'],
  ],
  [
    'Promises without workflows, two of them deleted again',
    '21-no-workflows.ndjson',
    175,
    [
      'component:default/eu.volume',
      'api:default/eu.volume',
      'template:default/eu.volume',
      'resource:default/eu.default.volume.data',
      'component:default/eu.monitoring',
      'component:default/eu.edge-agent',
      '-component:default/eu.monitoring',
      '-component:default/eu.edge-agent',
    ],
  ],
];

const present = existsSync(folder);
if (!present) {
  process.stdout.write(
    'The recordings beside this checkout are missing: replaying them is left out\n',
  );
}

(present ? describe : describe.skip)('a recording, replayed', () => {
  it.each(expected)(
    'writes what came, went or changed identity, no more: %s',
    async (_what, file, events, written) => {
      expect(await replay(file)).toEqual({ events, written });
    },
  );
});
