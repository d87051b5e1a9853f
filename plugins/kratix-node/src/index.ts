/**
 * Platform connections, watch cache and writes for Kratix backends.
 *
 * @packageDocumentation
 */
export * from './services';
export type * from './types';
