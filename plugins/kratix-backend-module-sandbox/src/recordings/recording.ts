import {
  parseExact,
  type KubeChangeType,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A watch event of a recording. @public */
export interface RecordedEvent {
  /** Seconds since the start. */
  t: number;
  type: KubeChangeType;
  object: KubeObject;
  /** What was there when the recording began. */
  initial?: boolean;
}

/** What was done while recording. @public */
export interface RecordedStep {
  t: number;
  step: string;
  /** The API server's refusal. */
  response?: unknown;
  /** Set on the answer to an earlier step. */
  isAnswer: boolean;
}

/** What a platform did over some time. @public */
export interface Recording {
  scenario: string;
  seconds: number;
  events: RecordedEvent[];
  steps: RecordedStep[];
}

type Line = Record<string, unknown>;

const isEvent = (line: Line): line is Line & RecordedEvent =>
  typeof line.type === 'string' && typeof line.object === 'object';

/**
 * Reads a recording: lines of JSON, the first about the whole, then watch
 * events and markers of what was done.
 *
 * @throws Error naming the line that is no JSON
 * @public
 */
export function parseRecording(text: string): Recording {
  const lines = text.split('\n').filter(Boolean);
  const [head, ...rest] = lines.map(parseLine);
  return {
    scenario: String(head?.scenario ?? 'recording'),
    seconds: Number(head?.seconds ?? rest[rest.length - 1]?.t ?? 0),
    events: rest.filter(isEvent),
    steps: rest.flatMap(line =>
      typeof line.step === 'string'
        ? [
            {
              t: Number(line.t ?? 0),
              step: line.step,
              response: line.response,
              isAnswer: line.step.startsWith('answer'),
            },
          ]
        : [],
    ),
  };
}

/**
 * Reads a recording from a file, plain or gzipped.
 *
 * @public
 */
export function readRecording(path: string): Recording {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return parseRecording((isGzip ? gunzipSync(bytes) : bytes).toString('utf8'));
}

function parseLine(line: string, index: number): Line {
  try {
    return parseExact(line) as Line;
  } catch {
    throw new Error(`Line ${index + 1} of the recording is not JSON`);
  }
}
