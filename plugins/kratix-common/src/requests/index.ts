export * from './refs';
export type * from './facts';
