export * from './client';
export * from './descriptions';
export type {
  KratixCallOptions,
  KratixClientOptions,
  KratixWriteOptions,
} from './http';
export * from './installs';
export * from './marketplace';
export * from './objectRefs';
export * from './openapi';
export { facetsSchema, type Facets } from './paging';
export * from './paths';
export * from './placements';
export * from './platforms';
export * from './promises';
export * from './requests';
export * from './stream';
export * from './writes';
