import type {
  KubeCondition,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixDefinitions } from '../../crds';
import { SimulationClock, startSimulator } from '../../simulator';
import type { SimulatorOptions } from '../../simulator';
import { createStore, type Store, type StoreChange } from '../../store';
import type { RecordedEvent, Recording } from '../recording';
import { differences, pictureOf } from './atRest';
import { recordedActions } from './recordedActions';
import { outsideWorld, perform, recordedWebServer } from './perform';
import { standIns } from './standIns';
import { statesInOrder, type Seen } from './statesInOrder';

const warmUpMs = 50;

/** How a sandbox differs from what was recorded. */
export interface Replay {
  points: RestingPoint[];
  /** The states that Promises and requests go through, in order. */
  states: string[];
}

/** What differs at one resting point. */
export interface RestingPoint {
  t: number;
  /** What was done next. */
  before: string;
  differences: string[];
}

const idOf = ({ kind, metadata }: KubeObject) =>
  [kind, metadata.namespace, metadata.name].join('/');

/** What a client that watches would know at a time. */
function recordedAt(events: RecordedEvent[], t: number): KubeObject[] {
  const known = new Map<string, KubeObject>();
  for (const event of events) {
    if (event.t > t) break;
    if (event.type === 'DELETED') known.delete(idOf(event.object));
    else known.set(idOf(event.object), event.object);
  }
  return [...known.values()];
}

/** Promises, and what lies outside Kratix's and Kubernetes' groups. */
const hasWorkflow = ({ apiVersion = '', kind }: KubeObject) =>
  kind === 'Promise' ||
  !/^(v1|batch\/|apiextensions|platform\.kratix\.io\/)/.test(apiVersion);

function birthTimes(events: RecordedEvent[]) {
  const born = new Map<string, number>();
  for (const { object, t, type } of events) {
    const id = object.metadata.uid ?? '';
    if (type !== 'DELETED' && !born.has(id)) born.set(id, t);
  }
  return born;
}

/**
 * Does on a sandbox, in virtual time, what was done while recording, and
 * compares what is there just before each step and at the end.
 */
export function replay(
  recording: Recording,
  options: SimulatorOptions & {
    errors?: string[];
    /** Told of each change, at seconds since the start. */
    trace?: (t: number, change: StoreChange) => void;
  } = {},
): Replay {
  const { errors = [], trace, ...settings } = options;
  const { events, seconds } = recording;
  const start = Date.parse('2026-11-22T12:00:00.000Z');
  const clock = new SimulationClock(new Date(start));
  const store = createStore({
    now: () => clock.now(),
    schedule: (ms, task) => void clock.schedule(ms, task),
  });
  // Namespaces and such come up before the recording begins.
  const zero = start + warmUpMs;
  const simulator = startSimulator(store, clock, {
    behaviour: standIns,
    // The stand-in for the node ran one Job at a time.
    jobConcurrency: 1,
    sources: recordedWebServer(
      recording,
      () => (clock.now().getTime() - zero) / 1000,
    ),
    onError: (name, key, error) => errors.push(`${name} ${key}: ${error}`),
    ...settings,
  });
  const order: string[] = [];
  store.onChange(({ type, object }) => {
    if (type === 'ADDED') order.push(object.metadata.uid ?? '');
  });
  simulator.quietly(() => prepare(store, events));
  clock.advanceTo(new Date(zero));
  store.onChange(change =>
    trace?.((clock.now().getTime() - zero) / 1000, change),
  );
  const born = birthTimes(events);
  const points: RestingPoint[] = [];
  const seen: Seen[] = events
    .filter(one => one.initial)
    .map(({ type, object }) => ({ t: 0, type, object }));
  store.onChange(({ type, object }) => {
    seen.push({ t: (clock.now().getTime() - zero) / 1000, type, object });
  });
  const compare = (t: number, before: string) => {
    const recorded = byBirth(recordedAt(events, t), one => born.get(one) ?? 0);
    const here = byBirth(allObjects(store), one => order.indexOf(one));
    const isYoung = ({ metadata }: KubeObject) => {
      const recordedAge = born.get(metadata.uid ?? '');
      if (recordedAge !== undefined) return t - recordedAge < 5.5;
      const since = Date.parse(metadata.creationTimestamp ?? '');
      return clock.now().getTime() - since < 6500;
    };
    points.push({
      t,
      before,
      differences: differences(
        pictureOf(tolerant(recorded, here, isYoung)),
        pictureOf(tolerant(here, recorded, isYoung)),
      ),
    });
  };
  let last = -1;
  outsideWorld(recording).forEach(({ t, change }) =>
    clock.schedule(t * 1000, () => change(store)),
  );
  for (const action of recordedActions(recording)) {
    clock.advanceTo(new Date(zero + action.t * 1000 - 3));
    if (action.t - last > 0.3) compare(action.t - 0.003, action.step);
    last = action.t;
    clock.advanceTo(new Date(zero + action.t * 1000));
    perform(store, action);
  }
  clock.advanceTo(new Date(zero + seconds * 1000));
  compare(seconds, 'the end');
  simulator.stop();
  clock.stop();
  const inOrder = (changes: Seen[]) =>
    statesInOrder(changes, hasWorkflow, seconds);
  return {
    points,
    states: differences(inOrder(events), inOrder(seen)),
  };
}

function prepare(store: Store, events: RecordedEvent[]) {
  kratixDefinitions().forEach(one => store.create(one));
  const initial = events.filter(one => one.initial).map(one => one.object);
  const spaces = new Set(
    events.flatMap(({ object }) => object.metadata.namespace ?? []),
  );
  for (const name of spaces) {
    if (!store.get('', 'namespaces', name)) {
      const metadata = { name };
      store.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
    }
  }
  // Secrets were not recorded; the one of the state store was there.
  store.create({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'bucket-credentials', namespace: 'default' },
  });
  const isDefinition = (one: KubeObject) =>
    one.kind === 'CustomResourceDefinition';
  initial.filter(isDefinition).forEach(one => store.put(one));
  initial.filter(one => !isDefinition(one)).forEach(one => store.put(one));
}

function allObjects(store: Store): KubeObject[] {
  const groups = new Set([
    '',
    'rbac.authorization.k8s.io',
    'authentication.k8s.io',
  ]);
  return store
    .kinds()
    .filter(({ group }) => !groups.has(group))
    .flatMap(({ group, plural }) => store.list(group, plural))
    .filter(
      ({ kind, metadata }) =>
        kind !== 'CustomResourceDefinition' ||
        metadata.labels?.['kratix.io/promise-name'],
    );
}

function byBirth(
  objects: KubeObject[],
  time: (uid: string) => number,
): KubeObject[] {
  return objects
    .map((object, index) => ({
      object,
      index,
      t: time(object.metadata.uid ?? ''),
    }))
    .sort((a, b) => a.t - b.t || a.index - b.index)
    .map(one => one.object);
}

/**
 * Of the two controllers that write a WorkPlacement's status, it is chance
 * which one loses and comes back five seconds later: the first write of a
 * placement that only one side knows of yet is no difference.
 */
function tolerant(
  mine: KubeObject[],
  others: KubeObject[],
  isYoung: (one: KubeObject) => boolean,
): KubeObject[] {
  const unwritten = (one: KubeObject) =>
    one.kind === 'WorkPlacement' &&
    isYoung(one) &&
    !(one.status as { conditions?: KubeCondition[] })?.conditions?.some(
      ({ type }) => type === 'WriteSucceeded',
    );
  const place = ({ metadata: { namespace, name } }: KubeObject) =>
    `${namespace}/${name.replace(/-[0-9a-f]{5}\./, '.')}`;
  const late = new Set(
    [...mine, ...others].filter(unwritten).map(one => place(one)),
  );
  return mine.map(one =>
    one.kind === 'WorkPlacement' && late.has(place(one))
      ? { ...one, status: 'being written' }
      : one,
  );
}
