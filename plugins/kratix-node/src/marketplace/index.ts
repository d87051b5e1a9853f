export * from './extensionPoint';
export type * from './types';
