export * from './apiOfPromise';
export * from './availability';
export * from './describePromise';
export type * from './facts';
export * from './requirements';
