export * from './layout';
export * from './marketplaceIndex';
export { resolveReadmePath } from './readmeImages';
export * from './readMarketplace';
export type * from './types';
