import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

/** What a path answers: a text, bytes, a status, or what one writes oneself. */
export type Answer =
  | string
  | Buffer
  | number
  | ((req: IncomingMessage, res: ServerResponse) => void);

/** A host of this machine. */
export interface LocalHost {
  /** Without a slash at the end. */
  url: string;
  /** By path, query included; whatever is missing answers 404. */
  answers: Record<string, Answer>;
  /** Paths that were asked for, since they were taken away last. */
  calls: string[];
  close(): Promise<void>;
}

/** Starts a host on a port of its own. */
export async function startLocalHost(): Promise<LocalHost> {
  const answers: Record<string, Answer> = {};
  const calls: string[] = [];
  const server = createServer((req, res) => {
    const path = req.url ?? '';
    calls.push(path);
    const answer = answers[path] ?? 404;
    if (typeof answer === 'function') {
      answer(req, res);
    } else if (typeof answer === 'number') {
      res.writeHead(answer).end('so it is');
    } else {
      withEtag(req, res, answer);
    }
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answers,
    calls,
    close: () => closed(server),
  };
}

function withEtag(
  req: IncomingMessage,
  res: ServerResponse,
  body: string | Buffer,
): void {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  if (req.headers['if-none-match'] === etag) res.writeHead(304).end();
  else res.writeHead(200, { etag }).end(body);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>(resolve => server.close(() => resolve()));
}

/** Sends the first half of a body, then cuts the connection. */
export function cutShort(body: string | Buffer): Answer {
  return (_req, res) => {
    res.writeHead(200, { 'content-length': body.length });
    res.write(body.slice(0, Math.floor(body.length / 2)), () => res.destroy());
  };
}

/** A redirect. */
export function leadsTo(location: string): Answer {
  return (_req, res) => {
    res.writeHead(302, { location }).end();
  };
}
