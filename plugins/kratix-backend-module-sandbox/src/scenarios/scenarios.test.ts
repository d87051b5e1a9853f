import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  describeDestination,
  describePromise,
  describeRequest,
  destinationLabelSchema,
  promiseLabelSchema,
  requestLabelSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ObjectPile } from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { kratixDefinitions } from '../crds';
import { packagedSource } from '../packaged';
import { SimulationClock, startSimulator } from '../simulator';
import { createStore, type Store } from '../store';
import {
  scenarioStart,
  seedMany,
  seedScenario,
  type ManyOptions,
  type ScenarioName,
} from './index';

const allOf = (store: Store) =>
  store.kinds().flatMap(({ group, plural }) => store.list(group, plural));

interface World {
  store: Store;
  clock: SimulationClock;
  errors: unknown[];
  pile: ObjectPile;
  objects: KubeObject[];
}

function aWorld(scenario: ScenarioName, many?: ManyOptions): World {
  const clock = new SimulationClock(scenarioStart(scenario));
  const store = createStore({
    now: () => clock.now(),
    schedule: (ms, task) => void clock.schedule(ms, task),
  });
  kratixDefinitions().forEach(one => store.create(one));
  const errors: unknown[] = [];
  const simulator = startSimulator(store, clock, {
    sources: packagedSource,
    onError: (_name, key, error) => errors.push([key, error]),
  });
  if (many) seedMany(simulator, many);
  else seedScenario({ simulator, clock, scenario });
  const objects = allOf(store);
  const pile = new ObjectPile(objects, { platform: scenario });
  return { store, clock, errors, pile, objects };
}

function labelsOf({ pile }: World) {
  const now = Date.now();
  const requests = pile
    .requestRefs()
    .map(ref => describeRequest(pile.requestFacts(ref), { now }).label);
  const promises = pile
    .promiseNames()
    .map(name => describePromise(pile.promiseFacts(name), { now }).label);
  const destinations = pile
    .destinationNames()
    .map(
      name => describeDestination(pile.destinationFacts(name), { now }).label,
    );
  return { requests, promises, destinations };
}

describe('the worlds that a sandbox begins with', () => {
  const busy = aWorld('busy');
  const broken = aWorld('broken');
  const onBusy = labelsOf(busy);
  const onBroken = labelsOf(broken);

  it('come about without a hitch', () => {
    expect(busy.errors).toEqual([]);
    expect(broken.errors).toEqual([]);
  });

  /** Those that `notAtRest` names can't stay, or are not of what is there. */
  const everyLabelBut = <T extends string>(
    labels: readonly T[],
    notAtRest: T[],
  ) => labels.filter(one => !notAtRest.includes(one)).sort();

  const shownIn = (kind: 'requests' | 'promises' | 'destinations') =>
    [...new Set([...onBusy[kind], ...onBroken[kind]])].sort();

  it('show every label that a request can have', () => {
    expect(shownIn('requests')).toEqual(
      everyLabelBut(requestLabelSchema.options, [
        'gone',
        'ready-delivery-not-visible',
        'unknown',
      ]),
    );
  });

  it('show every label that a Promise can have', () => {
    expect(shownIn('promises')).toEqual(
      everyLabelBut(promiseLabelSchema.options, []),
    );
  });

  it('show every label that a Destination can have', () => {
    expect(shownIn('destinations')).toEqual(
      everyLabelBut(destinationLabelSchema.options, [
        'not-ready',
        'unknown-to-platform',
      ]),
    );
  });

  it('leave a usual day usual', () => {
    expect(new Set(onBusy.promises)).toEqual(new Set(['available']));
    expect(new Set(onBusy.destinations)).toEqual(new Set(['ready']));
    const ready = onBusy.requests.filter(one => one === 'ready').length;
    expect(ready).toBeGreaterThan(onBusy.requests.length / 2);
  });

  it('have some forty requests on nine Destinations', () => {
    const count = onBusy.requests.length + onBroken.requests.length;
    expect(count).toBeGreaterThanOrEqual(40);
    expect([...onBusy.destinations, ...onBroken.destinations]).toHaveLength(9);
  });

  it('end in the present, with nothing from the future', () => {
    const late = [...busy.objects, ...broken.objects].filter(
      ({ metadata }) =>
        Date.parse(metadata.creationTimestamp ?? '') > Date.now() + 1000,
    );
    expect(late).toEqual([]);
    const ages = busy.objects.map(
      ({ metadata }) =>
        (Date.now() - Date.parse(metadata.creationTimestamp ?? '')) /
        86_400_000,
    );
    expect(Math.max(...ages)).toBeGreaterThan(40);
  });

  it('hold a compound whose parts are requests of their own', () => {
    const ref = busy.pile
      .requestRefs()
      .find(one => one.name === 'checkout' && one.namespace === 'payments');
    const facts = ref && busy.pile.requestFacts(ref);
    expect(facts?.children?.map(one => one.metadata.name).sort()).toEqual([
      'checkout-cache',
      'checkout-db',
    ]);
  });

  it('go on living', () => {
    const cache = () =>
      busy.store.list('batch', 'jobs', {
        labels: { 'kratix.io/resource-name': 'session-cache' },
      }).length;
    const before = cache();
    busy.clock.advance(4 * 60_000);
    expect(cache()).toBeGreaterThan(before);
    expect(busy.errors).toEqual([]);
  });
});

describe('a platform with many requests', () => {
  it('holds as many as asked for, each complete and ready', () => {
    const world = aWorld('many', { requests: 200, promises: 4 });
    const refs = world.pile.requestRefs();
    expect(refs).toHaveLength(200);
    const sample = refs.filter((_, index) => index % 17 === 0);
    for (const ref of sample) {
      const facts = world.pile.requestFacts(ref);
      expect(facts.works).toHaveLength(1);
      expect(facts.placements).toHaveLength(1);
      expect(facts.binding).toBeDefined();
      const description = describeRequest(facts, { now: Date.now() });
      expect(description.label).toBe('ready');
    }
    const made = refs.filter(one => one.name !== 'model');
    expect(world.pile.requestFacts(made[0]).jobs).toHaveLength(5);
  });

  it('stays at rest', () => {
    const { store, clock } = aWorld('many', { requests: 100, promises: 4 });
    clock.advance(60_000);
    const before = store.resourceVersion();
    clock.advance(600_000);
    expect(store.resourceVersion()).toBe(before);
  });
});
