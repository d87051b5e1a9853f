/**
 * Types, pure derivations, permissions and REST contract of the Kratix plugins.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './catalog';
export * from './errors';
export * from './forms';
export * from './kube';
export * from './permissions';
export * from './placements';
export * from './platforms';
export * from './promises';
export * from './requests';
