export type * from './facts';
