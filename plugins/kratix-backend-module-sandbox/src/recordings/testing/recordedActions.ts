import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { RecordedEvent, Recording } from '../recording';

const unnamed = (step: string) =>
  /the Promise|no change of spec|the (request|container)|no longer fails/.test(
    step,
  );

/** What a person did, taken from what it led to. */
export interface RecordedAction {
  t: number;
  step: string;
  kind: 'create' | 'update' | 'delete';
  object: KubeObject;
  previous?: KubeObject;
}

const ofKratixAlone = new Set([
  'Event',
  'Job',
  'Work',
  'WorkPlacement',
  'CustomResourceDefinition',
]);

/** Notes, and doings outside the cluster. */
const outside = /^(files in|\(the web server|the state store)/;

const idOf = ({ kind, metadata }: KubeObject) =>
  [kind, metadata.namespace, metadata.name].join('/');

/**
 * The doings behind a recording's steps. Steps are prose, so each is matched
 * with the first change after it of an object that people write and that the
 * step names (where it names one).
 */
export function recordedActions({
  events,
  steps,
}: Recording): RecordedAction[] {
  const before = previousVersions(events);
  const claimed = new Set<RecordedEvent>();
  return steps.flatMap(({ t, step, isAnswer }, index) => {
    const refused = steps[index + 1]?.isAnswer && steps[index + 1].response;
    if (isAnswer || refused || outside.test(step)) return [];
    const event = events.find(
      one =>
        one.t >= t &&
        !one.initial &&
        !claimed.has(one) &&
        !ofKratixAlone.has(one.object.kind ?? '') &&
        isMeant(step, one, before.get(one)),
    );
    if (!event) return [];
    claimed.add(event);
    return [{ t: event.t, step, ...actionOf(event, before.get(event)) }];
  });
}

function previousVersions(events: RecordedEvent[]) {
  const last = new Map<string, KubeObject>();
  return new Map(
    events.map(event => {
      const previous = last.get(idOf(event.object));
      if (event.type === 'DELETED') last.delete(idOf(event.object));
      else last.set(idOf(event.object), event.object);
      return [event, previous] as const;
    }),
  );
}

function isMeant(
  step: string,
  { object, type }: RecordedEvent,
  previous: KubeObject | undefined,
): boolean {
  const { name } = object.metadata;
  const word = (text: string) =>
    new RegExp(`(^|[\\s/(])${text}($|[\\s:;,.)])`).test(step);
  const ofBinding = /ResourceBinding of (\S+?):?( |$)/.exec(step)?.[1];
  if (ofBinding) {
    const { resourceRef } = (object.spec ?? {}) as {
      resourceRef?: { name: string };
    };
    return object.kind === 'ResourceBinding' && resourceRef?.name === ofBinding;
  }
  if (/PromiseRelease/.test(step)) {
    const done =
      type !== 'MODIFIED' ||
      object.metadata.generation !== previous?.metadata.generation;
    return object.kind === 'PromiseRelease' && word(name) && done;
  }
  if (/ResourceBinding \S+-binding/.test(step)) return word(name);
  if (object.kind === 'ResourceBinding') {
    return step.startsWith('pin ') && type === 'MODIFIED';
  }
  if (object.kind === 'PromiseRevision') return word(name);
  if (/create/.test(step) && !step.startsWith('(') && type !== 'ADDED') {
    return false;
  }
  if (
    /^(create|update|delete) Promise /.test(step) &&
    object.kind !== 'Promise'
  ) {
    return false;
  }
  if (/^delete/.test(step) && !object.metadata.deletionTimestamp) {
    return type === 'DELETED' && word(name);
  }
  if (type === 'MODIFIED' && !personalChange(object, previous)) return false;
  const names =
    /(request|Promise|Destination|Record|orders|billing|floating|pinned|store)/i.test(
      step,
    );
  return names ? word(name) || unnamed(step) : true;
}

/** Whether anything but status and Kratix's own marks differs. */
function personalChange(
  object: KubeObject,
  previous: KubeObject | undefined,
): boolean {
  const part = (one: KubeObject | undefined) =>
    JSON.stringify([
      one?.spec,
      one?.data,
      one?.metadata.labels,
      one?.metadata.annotations,
      one?.metadata.deletionTimestamp,
    ]);
  return part(object) !== part(previous);
}

function actionOf(
  { type, object }: RecordedEvent,
  previous: KubeObject | undefined,
): Pick<RecordedAction, 'kind' | 'object' | 'previous'> {
  if (type === 'ADDED') return { kind: 'create', object };
  const goes =
    type === 'DELETED' ||
    (object.metadata.deletionTimestamp &&
      !previous?.metadata.deletionTimestamp);
  return { kind: goes ? 'delete' : 'update', object, previous };
}
