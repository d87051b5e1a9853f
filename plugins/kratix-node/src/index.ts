/**
 * Platform connections, watch cache and writes for Kratix backends.
 *
 * @packageDocumentation
 */
export * from './marketplace';
export { kratixPlatformsServiceRef } from './platforms/platformsService';
export * from './services';
export type * from './types';
