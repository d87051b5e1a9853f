import {
  createdAt,
  epochMs,
  isKubeObject,
  isRecord,
  type KubeChangeType,
  type KubeObject,
} from '../kube';

/** The first line of a recording. @public */
export interface RecordingHeader {
  scenario: string;
  about: string;
  kubernetes?: string;
  /** Seconds. */
  seconds?: number;
  steps: { t: number; step: string }[];
}

/** One line of a recording; `t` in seconds since its start. @public */
export type RecordingLine =
  | {
      t: number;
      type: KubeChangeType;
      object: KubeObject;
      /** What existed at the start: the answer of the list. */
      initial: boolean;
    }
  | {
      t: number;
      /** What was done. */
      step: string;
      /** Some markers carry an answer, warnings or files. */
      more: Record<string, unknown>;
    };

/** @public */
export interface Recording {
  header: RecordingHeader;
  lines: RecordingLine[];
  /**
   * Epoch milliseconds of `t` = 0. Recordings do not say; it is the latest
   * moment that lets no object be created before it was seen.
   */
  startedAt: number;
}

/**
 * Reads a recording: NDJSON, one line a change, in the order of arrival.
 *
 * @throws Error naming the line that cannot be read
 * @public
 */
export function parseRecording(ndjson: string): Recording {
  const rows = ndjson
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => parseRow(text, number));
  const [first, ...rest] = rows;
  if (!first) throw new Error('The recording is empty');
  const lines = rest.flatMap(row => lineOf(row) ?? []);
  return { header: headerOf(first), lines, startedAt: startOf(lines) };
}

function parseRow(text: string, number: number): Record<string, unknown> {
  let row: unknown;
  try {
    row = JSON.parse(text);
  } catch {
    throw new Error(`Line ${number} of the recording is not JSON`);
  }
  if (!isRecord(row)) throw new Error(`Line ${number} is not an object`);
  return row;
}

function headerOf(row: Record<string, unknown>): RecordingHeader {
  const text = (key: string) => String(row[key] ?? '');
  const steps = Array.isArray(row.steps) ? row.steps : [];
  return {
    scenario: text('scenario'),
    about: text('about'),
    kubernetes: text('kubernetes') || undefined,
    seconds: typeof row.seconds === 'number' ? row.seconds : undefined,
    steps: steps.filter(isRecord).map(({ t, step }) => ({
      t: Number(t),
      step: String(step),
    })),
  };
}

function lineOf(row: Record<string, unknown>): RecordingLine | undefined {
  const { t: time, type, object, initial, step, ...more } = row;
  const t = Number(time);
  if (typeof step === 'string') return { t, step, more };
  if (!isKubeObject(object)) return undefined;
  if (type !== 'ADDED' && type !== 'MODIFIED' && type !== 'DELETED') {
    return undefined;
  }
  return { t, type, object, initial: initial === true };
}

function startOf(lines: RecordingLine[]): number {
  let start = -Infinity;
  for (const line of lines) {
    if ('step' in line || line.initial || line.type !== 'ADDED') continue;
    // An expired Event may be added once more, long after it was created.
    if (line.object.kind === 'Event') continue;
    const created = epochMs(createdAt(line.object));
    if (created !== undefined) {
      start = Math.max(start, Math.round(created - line.t * 1000));
    }
  }
  if (Number.isFinite(start)) return start;
  const known = lines.flatMap(line =>
    'step' in line ? [] : epochMs(createdAt(line.object)) ?? [],
  );
  return known.length > 0 ? Math.max(...known) + 1000 : 0;
}

/** A moment of a recording that is played. @public */
export interface Moment {
  line: RecordingLine;
  /** Epoch milliseconds. */
  now: number;
  /** All objects that are there, this line's change included. */
  objects: ReadonlyMap<string, KubeObject>;
  /** Epoch milliseconds of when an object's present generation was first seen. */
  generationSeenAt(object: KubeObject): number | undefined;
}

/** One text per object: group, kind, namespace and name; never the version. @public */
export function objectKey(object: KubeObject): string {
  const group = String(object.apiVersion ?? '').replace(/\/?[^/]*$/, '');
  const { namespace = '', name } = object.metadata;
  return `${group}|${object.kind ?? ''}|${namespace}|${name}`;
}

/**
 * Plays a recording: what is there after each line, as `kubectl get` would have
 * said at that time. The initial lines come as one moment.
 *
 * @public
 */
export function* playRecording(recording: Recording): Generator<Moment> {
  const objects = new Map<string, KubeObject>();
  const generations = new Map<string, { generation: unknown; at?: number }>();
  const generationSeenAt = (object: KubeObject) =>
    generations.get(objectKey(object))?.at;
  const apply = (line: RecordingLine, now: number) => {
    if ('step' in line) return;
    const { object, type, initial } = line;
    const key = objectKey(object);
    if (type === 'DELETED') {
      objects.delete(key);
      generations.delete(key);
      return;
    }
    const { generation } = object.metadata;
    if (generations.get(key)?.generation !== generation) {
      // When an object of the first list was edited is not known.
      generations.set(key, { generation, at: initial ? undefined : now });
    }
    objects.set(key, object);
  };
  const last = recording.lines.filter(one => 'initial' in one && one.initial);
  let initialLeft = last.length;
  for (const line of recording.lines) {
    const now = Math.round(recording.startedAt + line.t * 1000);
    apply(line, now);
    if ('initial' in line && line.initial) {
      initialLeft -= 1;
      if (initialLeft > 0) continue;
    }
    yield { line, now, objects, generationSeenAt };
  }
}
