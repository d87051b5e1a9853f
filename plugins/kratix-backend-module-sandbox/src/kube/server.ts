import express from 'express';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Access } from '../access';
import { Faults } from '../faults';
import type { Store } from '../store';
import type { TokenUser } from './authentication';
import { createCertificate } from './certificate';
import { Discovery } from './discovery';
import type { LogSource } from './logs';
import { createKubeRouter } from './router';
import { Snapshots } from './snapshots';

const loopback = '127.0.0.1';

/** @public */
export interface KubeServerOptions {
  store: Store;
  users: TokenUser[];
  faults?: Faults;
  /** Default: any that is free. */
  port?: number;
  now?: () => Date;
  /** How often a watch that wants bookmarks gets one. Default: 10 s. */
  bookmarkEveryMs?: number;
  /** Told of errors that are the sandbox's own. */
  onError?: (error: unknown) => void;
}

/**
 * A Kubernetes API over HTTPS. Nothing but the loopback can reach it.
 *
 * @public
 */
export interface KubeServer {
  url: string;
  /** The certificate authority, PEM. */
  ca: string;
  faults: Faults;
  setLogSource(source: LogSource): void;
  /** Cuts all connections and listens no more; `start` listens again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function unlisten(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Starts the HTTP face of a store.
 *
 * @public
 */
export async function createKubeServer(
  options: KubeServerOptions,
): Promise<KubeServer> {
  const {
    store,
    users,
    faults = new Faults(),
    now = () => new Date(),
    bookmarkEveryMs = 10_000,
    onError = () => {},
  } = options;
  const { key, cert } = await createCertificate();
  let logs: LogSource | undefined;
  const snapshots = new Snapshots();
  const stopForgetting = store.onCompact(() => snapshots.forget());
  const router = createKubeRouter(
    {
      store,
      faults,
      snapshots,
      now,
      bookmarkEveryMs,
      access: new Access(store),
      discovery: new Discovery(store, kind => faults.isHidden(kind)),
      logs: () => logs,
    },
    { users, onError },
  );
  const app = express().disable('x-powered-by').disable('etag').use(router);
  const server = createServer({ key, cert }, app);
  // Watches stay open for long, also while nothing happens.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  const port = await listen(server, options.port ?? 0);
  const stop = () => unlisten(server);
  return {
    url: `https://${loopback}:${port}`,
    ca: cert,
    faults,
    setLogSource(source) {
      logs = source;
    },
    stop,
    async start() {
      await listen(server, port);
    },
    async close() {
      stopForgetting();
      await stop();
    },
  };
}
