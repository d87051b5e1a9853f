export * from './describePlatform';
export type * from './facts';
export * from './platformView';
