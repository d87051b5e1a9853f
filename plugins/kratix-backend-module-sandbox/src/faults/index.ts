export { Faults, type FaultCall } from './faults';
export type * from './types';
