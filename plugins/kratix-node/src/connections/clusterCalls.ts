import http from 'node:http';
import https from 'node:https';
import { InputError } from '@backstage/errors';
import {
  type KubeStatus,
  parseExact,
  stringifyExact,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeConfig, type Cluster } from '@kubernetes/client-node';
import { CallError, callErrorOfNetwork, callErrorOfStatus } from './callError';
import { retryAfterMs } from './retryAfter';
import { warningsIn } from './warnings';

/** One call to an API server. @internal */
export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Parts of the path, encoded here. */
  path: string[];
  query?: Record<string, string | number | boolean | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
  as?: Identity;
  signal?: AbortSignal;
  /** Longest silence before and during the answer. */
  silenceMs?: number;
  /** The server has agreed, and the answer begins. */
  onOpen?: () => void;
}

/** As whom a call is made; absent: the service account. @internal */
export type Identity =
  | { kind: 'impersonation'; user: string; groups: string[] }
  | { kind: 'token'; token: string };

const defaultSilenceMs = 30_000;

/**
 * HTTP to one API server with the credentials of its KubeConfig. Not the
 * generated client: that one ignores abort signals and folds several
 * `Impersonate-Group` headers into one.
 *
 * @internal
 */
export class ClusterCalls {
  readonly #kubeConfig: KubeConfig;
  #agents?: { credentials: https.AgentOptions; read: http.Agent };
  /** Calls made, for metrics and tests. */
  count = 0;

  constructor(kubeConfig: KubeConfig) {
    this.#kubeConfig = kubeConfig;
  }

  /**
   * Whole numbers beyond 2^53 come as `bigint`s, and may be in a body.
   *
   * @throws CallError
   */
  async json(call: Call): Promise<unknown> {
    return (await this.answer(call)).body;
  }

  /**
   * As {@link ClusterCalls.json}, with what the server and its webhooks warn of.
   *
   * @throws CallError
   */
  async answer(call: Call): Promise<{ body: unknown; warnings: string[] }> {
    const response = await this.#open(call);
    const text = await textOf(response);
    try {
      return {
        body: parseExact(text),
        warnings: warningsIn(response.headersDistinct.warning ?? []),
      };
    } catch {
      throw new CallError('server-error', 'The answer is not JSON');
    }
  }

  /**
   * The lines of an answer as they come, until the server ends it. Aborting
   * ends it with a CallError.
   *
   * @throws CallError
   */
  async *lines(call: Call): AsyncGenerator<string> {
    const response = await this.#open(call);
    try {
      let rest: string[] = [];
      for await (const chunk of response) {
        const parts: string[] = chunk.split('\n');
        const last = parts.pop() ?? '';
        for (const part of parts) {
          rest.push(part);
          const line = rest.join('');
          rest = [];
          yield line;
        }
        if (last) rest.push(last);
      }
      // A half line is an event that did not arrive.
      if (rest.length > 0)
        throw new CallError('network', 'The connection broke');
    } catch (error) {
      throw callErrorOfNetwork(error);
    } finally {
      response.destroy();
    }
  }

  async #open(call: Call): Promise<http.IncomingMessage> {
    this.count += 1;
    let response: http.IncomingMessage;
    try {
      response = await this.#request(call);
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw callErrorOfNetwork(error);
    }
    response.setEncoding('utf8');
    const code = response.statusCode ?? 0;
    if (code >= 200 && code < 300) {
      call.onOpen?.();
      return response;
    }
    throw await refusal(code, response);
  }

  async #request(call: Call): Promise<http.IncomingMessage> {
    const { method = 'GET', body, as, signal } = call;
    const cluster = this.#kubeConfig.getCurrentCluster();
    if (!cluster) throw new CallError('network', 'No cluster is configured');
    const url = urlOf(cluster.server, call);
    const text = body === undefined ? undefined : stringifyExact(body);
    const given: https.RequestOptions = { headers: {} };
    // Somebody with a token of their own must not be given the account's
    // client certificate: the API server would look at that, not at the token.
    const kubeConfig =
      as?.kind === 'token' ? withoutAccount(cluster) : this.#kubeConfig;
    await kubeConfig.applyToHTTPSOptions(given);
    const headers: http.OutgoingHttpHeaders = {
      accept: 'application/json',
      ...(text === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
      ...identityHeaders(given, as),
      ...call.headers,
    };
    const secure = url.protocol === 'https:';
    const options: https.RequestOptions = {
      method,
      headers,
      signal,
      agent: this.#agentFor(given, secure, method === 'GET' && !as),
      timeout: call.silenceMs ?? defaultSilenceMs,
    };
    return new Promise((resolve, reject) => {
      const send = secure ? https.request : http.request;
      let response: http.IncomingMessage | undefined;
      const request = send(url, options, answer => {
        response = answer;
        resolve(answer);
      });
      request.on('error', reject);
      // Before the answer and, as it is the socket's, during it. A request
      // destroyed during its answer would forget the reason.
      request.on('timeout', () =>
        (response ?? request).destroy(
          new CallError('timeout', 'No answer in time'),
        ),
      );
      request.end(text);
    });
  }

  /**
   * Reads share connections. Writes take one of their own, as a kept one may
   * be closed by the server just then, with the write's fate unknown.
   */
  #agentFor(
    given: https.RequestOptions,
    secure: boolean,
    shared: boolean,
  ): http.Agent {
    // Through a proxy the client's own agent knows the way.
    const proxied = this.#kubeConfig.getCurrentCluster()?.proxyUrl;
    if (proxied && given.agent instanceof http.Agent) return given.agent;
    const { ca, servername, rejectUnauthorized } = given;
    const { cert, key, pfx, passphrase } = given;
    const verified = { ca, servername, rejectUnauthorized };
    const credentials = { ...verified, cert, key, pfx, passphrase };
    const create = (options: https.AgentOptions) =>
      secure ? new https.Agent(options) : new http.Agent(options);
    if (!shared) return create({ ...credentials, keepAlive: false });
    if (!this.#agents || !sameOptions(this.#agents.credentials, credentials)) {
      const read = create({
        ...credentials,
        keepAlive: true,
        maxFreeSockets: 4,
      });
      this.#agents = { credentials, read };
    }
    return this.#agents.read;
  }

  close(): void {
    this.#agents?.read.destroy();
  }
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  try {
    const chunks: string[] = [];
    for await (const chunk of response) chunks.push(chunk);
    return chunks.join('');
  } catch (error) {
    throw callErrorOfNetwork(error);
  }
}

/** The same cluster, reached as nobody in particular. */
function withoutAccount(cluster: Cluster): KubeConfig {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(cluster, { name: 'caller' });
  return kubeConfig;
}

function sameOptions(a: https.AgentOptions, b: https.AgentOptions): boolean {
  return Object.entries({ ...a, ...b }).every(([name]) => {
    const left: unknown = Reflect.get(a, name);
    const right: unknown = Reflect.get(b, name);
    return Buffer.isBuffer(left) && Buffer.isBuffer(right)
      ? left.equals(right)
      : left === right;
  });
}

function identityHeaders(
  given: https.RequestOptions,
  as: Identity | undefined,
): http.OutgoingHttpHeaders {
  if (as?.kind === 'token') return { authorization: `Bearer ${as.token}` };
  const own: http.OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    // A token file often ends in a line break, which no header may hold.
    own[name.toLowerCase()] = typeof value === 'string' ? value.trim() : value;
  }
  if (given.auth) {
    const basic = Buffer.from(given.auth).toString('base64');
    own.authorization = `Basic ${basic}`;
  }
  if (!as) return own;
  return {
    ...own,
    'impersonate-user': as.user,
    // An array is sent as one header each, as the API server wants it.
    ...(as.groups.length > 0 ? { 'impersonate-group': as.groups } : {}),
  };
}

function urlOf(server: string, { path, query = {} }: Call): URL {
  // URL would walk up the path.
  if (path.some(part => part === '' || part === '.' || part === '..')) {
    throw new InputError('A name is missing or none');
  }
  const url = new URL(
    `${server.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`,
  );
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return url;
}

async function refusal(
  code: number,
  response: http.IncomingMessage,
): Promise<CallError> {
  const after = retryAfterMs(response.headers['retry-after'], {
    date: response.headers.date,
    now: Date.now(),
  });
  let text = '';
  try {
    for await (const chunk of response) {
      text += chunk;
      if (text.length > 1_000_000) break;
    }
  } catch {
    // The status code alone is an answer.
  }
  const status = statusOf(code, text);
  const seconds = status.details?.retryAfterSeconds;
  return callErrorOfStatus(
    status,
    after ?? (seconds === undefined ? undefined : seconds * 1000),
  );
}

function statusOf(code: number, text: string): KubeStatus {
  try {
    const parsed: unknown = JSON.parse(text);
    if (valueAt(parsed, 'kind') === 'Status') {
      return {
        ...(parsed as KubeStatus),
        code,
        message: textAt(parsed, 'message') ?? '',
      };
    }
  } catch {
    // A proxy's page, or nothing: made up below.
  }
  return { kind: 'Status', apiVersion: 'v1', code, message: `Status ${code}` };
}
