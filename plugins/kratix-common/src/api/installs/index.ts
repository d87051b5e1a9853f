export type { UninstallOptions, InstallsApi } from './installCalls';
export { uninstallQuerySchema } from './installRoutes';
export * from './installViews';
export * from './preflightViews';
export * from './uninstallViews';
export * from './upgradeViews';
