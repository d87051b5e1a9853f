export * from './compareVersions';
export * from './installation';
export * from './installStateOf';
export * from './layout';
export * from './listingDetailView';
export * from './listingView';
export * from './marketplaceIndex';
export * from './origin';
export * from './preflight';
export {
  readDocuments,
  type ReadDocuments,
  type YamlDocument,
} from './readDocuments';
export { resolveReadmePath } from './readmeImages';
export * from './readMarketplace';
export { isSamePromise } from './samePromise';
export type * from './types';
