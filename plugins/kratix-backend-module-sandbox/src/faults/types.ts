/**
 * Which calls a fault is about. What is left out is any.
 *
 * @public
 */
export interface FaultScope {
  verbs?: string[];
  /** `''` for core kinds. */
  group?: string;
  /** Plural. */
  resource?: string;
  namespace?: string;
  /** Only pages after the first (true), or only first pages (false). */
  continued?: boolean;
  /** Matched against the path without the query. */
  path?: RegExp;
}

/**
 * What goes wrong.
 *
 * @public
 */
export type FaultEffect =
  /** The answer comes later. Adds to other effects. */
  | { type: 'latency'; ms: number }
  /** Refused with this Status: 403, 410, 429, 500, 503… */
  | {
      type: 'status';
      code: number;
      reason?: string;
      message?: string;
      retryAfterSeconds?: number;
    }
  /** The connection is cut without an answer. */
  | { type: 'reset' }
  /** The connection is cut in the middle of the answer. */
  | { type: 'cut'; afterBytes: number }
  /** Never an answer, never an end; a watch opens and then says nothing. */
  | { type: 'silence' }
  /** A list leaves objects out and does not say so. */
  | { type: 'partial'; keep: number };

/** @public */
export interface Fault {
  effect: FaultEffect;
  scope?: FaultScope;
  /** How many calls it befalls. Default: all, until removed. */
  times?: number;
}

/**
 * What is done to watches that are open already: `reset` cuts the connection,
 * `end` closes it properly, `expire` sends the 410 that ends a watch too far
 * behind, `silence` keeps it open and sends nothing any more (half-open).
 *
 * @public
 */
export type WatchDisturbance = 'reset' | 'end' | 'expire' | 'silence';

/** @public */
export interface OpenWatch {
  group: string;
  resource: string;
  namespace?: string;
  disturb(how: WatchDisturbance): void;
}
