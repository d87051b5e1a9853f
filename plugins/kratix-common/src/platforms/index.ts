export * from './describePlatform';
export type * from './facts';
export { platformFeatures } from './features';
export * from './platformView';
export * from './rights';
