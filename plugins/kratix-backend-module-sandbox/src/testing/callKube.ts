import {
  parseExact,
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';

/** Where an API server is and whom it believes us to be. @public */
export interface KubeTarget {
  url: string;
  ca: string;
  token?: string;
  /** Further headers on each call, as `Impersonate-User`. */
  headers?: Record<string, string | string[]>;
}

/** @public */
export interface KubeAnswer {
  code: number;
  headers: IncomingMessage['headers'];
  text: string;
  /** The body parsed exactly; fields that are not there read as `undefined`. */
  body: KubeObject & { [field: string]: unknown };
}

/** @public */
export interface KubeCall {
  method?: string;
  path: string;
  body?: unknown;
  /** Default: JSON. */
  type?: string;
  accept?: string;
}

// A connection per call, so that a test's end is the connection's end.
const agent = new Agent({ keepAlive: false });

function open(
  target: KubeTarget,
  { method = 'GET', path, body, type, accept }: KubeCall,
) {
  const content =
    body === undefined || typeof body === 'string'
      ? body
      : stringifyExact(body);
  const call = request(new URL(path, target.url), {
    method,
    agent,
    ca: target.ca,
    headers: {
      ...(target.token && { authorization: `Bearer ${target.token}` }),
      accept: accept ?? 'application/json',
      ...(body !== undefined && {
        'content-type': type ?? 'application/json',
        // Node gives a DELETE neither a length nor chunks by itself.
        'content-length': Buffer.byteLength(content ?? ''),
      }),
      ...target.headers,
    },
  });
  call.end(content);
  return call;
}

function parsed(text: string): KubeAnswer['body'] {
  try {
    return parseExact(text) as KubeAnswer['body'];
  } catch {
    return { metadata: { name: '' } };
  }
}

/**
 * One call to an API server, without any client library between.
 *
 * @public
 */
export function callKube(
  target: KubeTarget,
  call: KubeCall,
): Promise<KubeAnswer> {
  return new Promise((resolve, reject) => {
    open(target, call)
      .once('error', reject)
      .once('response', res => {
        let text = '';
        res
          .setEncoding('utf8')
          .on('data', chunk => {
            text += chunk;
          })
          .once('error', reject)
          .once('end', () =>
            resolve({
              code: res.statusCode ?? 0,
              headers: res.headers,
              text,
              body: parsed(text),
            }),
          );
      });
  });
}

/** @public */
export interface WatchedEvent {
  type: string;
  object: KubeObject;
}

/** @public */
export interface OpenKubeWatch {
  events: WatchedEvent[];
  /** Resolves when the events so far satisfy it; rejects after the time. */
  until(
    isEnough: (events: WatchedEvent[]) => boolean,
    withinMs?: number,
  ): Promise<WatchedEvent[]>;
  /** Resolves when the server has ended or cut the connection. */
  ended: Promise<'end' | 'cut'>;
  close(): void;
}

/**
 * Opens a watch; resolves once the server has answered.
 *
 * @public
 */
export function watchKube(
  target: KubeTarget,
  path: string,
): Promise<OpenKubeWatch> {
  const call = open(target, { path });
  return new Promise((resolve, reject) => {
    call.once('error', reject).once('response', res => {
      const events: WatchedEvent[] = [];
      const waiting = new Set<() => void>();
      let buffered = '';
      const ended = new Promise<'end' | 'cut'>(finish => {
        res.once('end', () => finish('end'));
        res.once('error', () => finish('cut'));
        res.once('close', () => finish('cut'));
      });
      res.setEncoding('utf8').on('data', chunk => {
        buffered += chunk;
        const lines = buffered.split('\n');
        buffered = lines.pop() ?? '';
        events.push(
          ...lines
            .filter(Boolean)
            .map(line => parseExact(line) as WatchedEvent),
        );
        waiting.forEach(check => check());
      });
      resolve({
        events,
        ended,
        close: () => call.destroy(),
        until(isEnough, withinMs = 5000) {
          return new Promise((found, fail) => {
            const timer = setTimeout(() => {
              waiting.delete(check);
              const got = events.map(({ type }) => type).join(', ');
              fail(new Error(`not seen in ${withinMs} ms; got: ${got}`));
            }, withinMs);
            function check() {
              if (!isEnough(events)) return;
              clearTimeout(timer);
              waiting.delete(check);
              found(events);
            }
            waiting.add(check);
            check();
          });
        },
      });
    });
  });
}
