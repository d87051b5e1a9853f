/**
 * Brings Kratix into the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleKratix as default } from './module';
export type { RequestEntityKind } from './config/readCatalogConfig';
