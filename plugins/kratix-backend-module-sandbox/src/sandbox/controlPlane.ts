import { randomBytes } from 'node:crypto';
import { defaultRoles } from '../access';
import { Faults } from '../faults';
import { createKubeServer, type KubeServer, type TokenUser } from '../kube';
import { createStore, type Store, type StoreOptions } from '../store';
import { kratixDefinitions } from '../crds';
import { kubeconfig } from './kubeconfig';
import { portalRole, portalUserName } from './portalRole';

/** @public */
export interface ControlPlaneOptions
  extends Omit<StoreOptions, 'storageDelayMs'> {
  /**
   * How long the API of a new CRD answers 429, as a real one's does for some
   * two seconds. Default: 200.
   */
  storageDelayMs?: number;
  /** Names it in kubeconfigs. Default: sandbox. */
  name?: string;
  /** Default: any that is free. */
  port?: number;
  /** More people with tokens; the administrator and the portal are always there. */
  users?: TokenUser[];
  /** Whether Kratix's CRDs are there. Default: true. */
  kratix?: boolean;
  bookmarkEveryMs?: number;
  onError?: (error: unknown) => void;
}

/**
 * A Kubernetes API without anything that acts on its objects.
 *
 * @public
 */
export interface ControlPlane {
  url: string;
  /** The certificate authority, PEM. */
  ca: string;
  adminToken: string;
  /** Of the service account that a portal reads and writes as. */
  portalToken: string;
  /** YAML; the first context is the administrator's. */
  kubeconfig: string;
  /** YAML; of the portal's service account. */
  portalKubeconfig: string;
  store: Store;
  faults: Faults;
  server: KubeServer;
  /** Cuts all connections and is gone until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** As after a restore from a backup: lower resourceVersions, connections cut. */
  restartRestored(): Promise<void>;
  close(): Promise<void>;
}

const token = () => randomBytes(24).toString('base64url');

/**
 * Starts a Kubernetes API on the loopback, with Kratix's CRDs.
 *
 * @public
 */
export async function createControlPlane(
  options: ControlPlaneOptions = {},
): Promise<ControlPlane> {
  const {
    name = 'sandbox',
    users = [],
    kratix = true,
    storageDelayMs = 200,
  } = options;
  // What is there at the start has been there for long.
  let isListening = false;
  const store = createStore({
    ...options,
    storageDelayMs: () => (isListening ? storageDelayMs : 0),
  });
  [...defaultRoles, ...portalRole].forEach(object => store.create(object));
  if (kratix) kratixDefinitions().forEach(object => store.create(object));
  // Nobody can have seen what was before the server listens.
  store.compact();
  const admin = { name: 'admin', groups: ['system:masters'], token: token() };
  const portal = { name: portalUserName, groups: [], token: token() };
  const faults = new Faults();
  const server = await createKubeServer({
    store,
    faults,
    users: [admin, portal, ...users],
    port: options.port,
    now: options.now,
    bookmarkEveryMs: options.bookmarkEveryMs,
    onError: options.onError,
  });
  isListening = true;
  const { url, ca, stop, start } = server;
  const configFor = (...people: { name: string; token: string }[]) =>
    kubeconfig({ name, url, ca, users: people });
  return {
    url,
    ca,
    adminToken: admin.token,
    portalToken: portal.token,
    kubeconfig: configFor(admin, ...users),
    portalKubeconfig: configFor({ name: 'portal', token: portal.token }),
    store,
    faults,
    server,
    stop,
    start,
    async restartRestored() {
      await stop();
      store.restore();
      await start();
    },
    async close() {
      store.close();
      await server.close();
    },
  };
}
