import {
  parseExact,
  stringifyExact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubeConfig } from '@kubernetes/client-node';
import http from 'node:http';
import https from 'node:https';

export interface KubeAnswer {
  code: number;
  body: unknown;
}

/** One call to an API server; numbers stay exact both ways. */
export type KubeCalls = (call: {
  method?: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
}) => Promise<KubeAnswer>;

const silenceMs = 30_000;

/**
 * Calls as the user of a kubeconfig's current context.
 *
 * @throws Error where it names no cluster
 */
export function callsWith(config: KubeConfig): KubeCalls {
  const cluster = config.getCurrentCluster();
  if (!cluster) throw new Error('The kubeconfig has no such context');
  return async ({ method = 'GET', path, body }) => {
    const options: https.RequestOptions = { headers: {} };
    await config.applyToHTTPSOptions(options);
    const url = new URL(cluster.server.replace(/\/$/, '') + path);
    const text = body === undefined ? undefined : stringifyExact(body);
    const { request } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const call = request(
        url,
        {
          ...options,
          method,
          timeout: silenceMs,
          headers: {
            ...options.headers,
            accept: 'application/json',
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text ?? ''),
          },
        },
        response => {
          const chunks: string[] = [];
          response
            .setEncoding('utf8')
            .on('data', (chunk: string) => chunks.push(chunk))
            .once('error', reject)
            .once('end', () => {
              const code = response.statusCode ?? 0;
              resolve({ code, body: bodyOf(chunks.join('')) });
            });
        },
      );
      call.once('error', reject);
      call.once('timeout', () =>
        call.destroy(new Error(`No answer within ${silenceMs / 1_000} s`)),
      );
      call.end(text);
    });
  };
}

function bodyOf(text: string): unknown {
  try {
    return parseExact(text);
  } catch {
    return text;
  }
}
