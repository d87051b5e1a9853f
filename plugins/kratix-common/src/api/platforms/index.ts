export type { PlatformsApi } from './platformCalls';
export { platformListSchema, type PlatformList } from './platformRoutes';
export * from './platformViews';
