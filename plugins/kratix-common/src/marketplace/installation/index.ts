export type * from './facts';
export { installationView } from './installationView';
export * from './uninstallImpact';
export type { UninstallWork } from './uninstallWorks';
