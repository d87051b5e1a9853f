export { createKubeServer } from './server';
export type { KubeServer, KubeServerOptions } from './server';
export type { TokenUser } from './authentication';
export type { LogLine, LogSource } from './logs';
