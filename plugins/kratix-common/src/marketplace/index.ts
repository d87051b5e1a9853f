export * from './layout';
export * from './readMarketplace';
export type * from './types';
