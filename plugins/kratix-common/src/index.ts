/**
 * Types, pure derivations, permissions and REST contract of the Kratix plugins.
 *
 * @packageDocumentation
 */
export * from './activity';
export * from './api';
export * from './catalog';
export * from './causes';
export * from './clock';
export * from './errors';
export * from './evidence';
export * from './forms';
export * from './health';
export * from './kratixNames';
export * from './kube';
export * from './marketplace';
export * from './permissions';
export * from './pipelines';
export * from './placements';
export * from './platforms';
export * from './promises';
export * from './requests';
export * from './schemas';
export * from './versions';
// Apart from its concept's front door: it stands on Promises, which stand on that.
export * from './versions/compare';
