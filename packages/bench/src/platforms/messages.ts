/** What the sandbox process says once its requests are there. */
export interface SandboxReady {
  type: 'ready';
  url: string;
  ca: string;
  token: string;
  requests: number;
}

/** What the sandbox process is asked for. */
export type SandboxQuestion =
  | { type: 'calls' }
  | { type: 'requests' }
  /** Touch, create or delete requests, one after the other. */
  | { type: 'touch'; index: number }
  | { type: 'create'; name: string }
  | { type: 'delete'; name: string };

/** What tells a request from all others on the sandbox. */
export interface SandboxRequest {
  namespace?: string;
  name?: string;
  promise?: string;
}

/** What it answers, one answer a question; of a write, what was written. */
export interface SandboxAnswer extends SandboxRequest {
  type: 'answer';
  /** Calls to the API so far, lists and watches. */
  calls?: number;
  /** Epoch milliseconds of the write. */
  at?: number;
  /** All that were there when the sandbox started. */
  requests?: SandboxRequest[];
}

/** @returns whether the message is the first of a sandbox process */
export function isReady(message: unknown): message is SandboxReady {
  return (message as SandboxReady | undefined)?.type === 'ready';
}

/** @returns whether the message answers a question */
export function isAnswer(message: unknown): message is SandboxAnswer {
  return (message as SandboxAnswer | undefined)?.type === 'answer';
}
