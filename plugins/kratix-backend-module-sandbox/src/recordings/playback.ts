import {
  parseExact,
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { groupOf, type Store } from '../store';
import type { Clock } from '../simulator';
import type { RecordedEvent, Recording } from './recording';

/** @public */
export interface PlaybackOptions {
  /** Whether it begins anew when it is over. Default: true. */
  loop?: boolean;
  /** How long its last state stays before that. Default: 10,000. */
  pauseMs?: number;
  /** Told when the recording is over, before it begins anew. */
  onEnd?: () => void;
}

const kratixTimes = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?Z"/g;

/**
 * Plays what a real Kratix did into a store, event by event, with its times
 * moved to the present, so that any screen can be seen on it. Nothing else
 * should act on the store.
 *
 * @returns a function that ends it
 * @public
 */
export function playRecording(
  recording: Recording,
  store: Store,
  clock: Clock,
  { loop = true, pauseMs = 10_000, onEnd }: PlaybackOptions = {},
): () => void {
  let ended = false;
  const initial = inOrder(recording.events.filter(one => one.initial));
  const rest = recording.events.filter(one => !one.initial);

  function play() {
    if (ended) return;
    const shift = shiftOf(recording, clock.now());
    clear(store, recording.events);
    initial.forEach(event => apply(store, event, shift));
    next(0, 0, shift);
  }

  function next(index: number, now: number, shift: number) {
    const event = rest[index];
    const t = event?.t ?? recording.seconds;
    clock.schedule((t - now) * 1000, () => {
      if (ended) return;
      if (!event) {
        onEnd?.();
        if (loop) clock.schedule(pauseMs, play);
        return;
      }
      apply(store, event, shift);
      next(index + 1, t, shift);
    });
  }

  play();
  return () => {
    ended = true;
  };
}

/** Milliseconds from when it was recorded to now. */
function shiftOf({ events }: Recording, now: Date): number {
  const first = events.find(one => !one.initial)?.object.metadata;
  const recorded = Date.parse(first?.creationTimestamp ?? '');
  return Number.isNaN(recorded) ? 0 : now.getTime() - recorded;
}

/** Kinds before their objects, namespaces before what lies in them. */
function inOrder(events: RecordedEvent[]): RecordedEvent[] {
  const isDefinition = ({ object }: RecordedEvent) =>
    object.kind === 'CustomResourceDefinition';
  return [
    ...events.filter(isDefinition),
    ...events.filter(one => !isDefinition(one)),
  ];
}

function apply(store: Store, { type, object }: RecordedEvent, shift: number) {
  const { apiVersion, kind = '', metadata } = object;
  const known = store.kind(groupOf(apiVersion), kind);
  // A watch line of a request may come before that of its definition.
  if (!known) return;
  if (type === 'DELETED') {
    const { name, namespace } = metadata;
    store.drop({ group: known.group, plural: known.plural, name, namespace });
    return;
  }
  ensureNamespace(store, metadata.namespace);
  store.put(moved(object, shift));
}

function ensureNamespace(store: Store, name: string | undefined) {
  if (!name || store.get('', 'namespaces', name)) return;
  store.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
}

function moved(object: KubeObject, shift: number): KubeObject {
  const text = stringifyExact(object).replace(
    kratixTimes,
    (_all, time: string, fraction: string = '') => {
      const at = new Date(Date.parse(`${time}Z`) + shift).toISOString();
      return `"${at.slice(0, 19)}${fraction}Z"`;
    },
  );
  return parseExact(text) as KubeObject;
}

/** What an earlier round left behind. */
function clear(store: Store, events: RecordedEvent[]) {
  const seen = inOrder(events).reverse();
  for (const { object } of seen) {
    const { apiVersion, kind = '', metadata } = object;
    const known = store.kind(groupOf(apiVersion), kind);
    const { name, namespace } = metadata;
    if (known && store.get(known.group, known.plural, name, namespace)) {
      store.drop({ group: known.group, plural: known.plural, name, namespace });
    }
  }
}
