export * from './describeRequest';
export type * from './facts';
export * from './refs';
export type { DescribeOptions, Expectations } from './situation';
