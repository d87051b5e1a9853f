/**
 * Platform connections, watch cache and writes for Kratix backends.
 *
 * @packageDocumentation
 */
export { kratixPlatformsServiceRef } from './platforms/platformsService';
export * from './services';
export type * from './types';
