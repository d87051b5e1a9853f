export type * from './facts';
export { installationView } from './installationView';
export * from './uninstallImpact';
