export { SimulationClock, type Cancel, type Clock } from './clock';
export type { Container } from './kratixObjects';
export type { SimulatorOptions } from './options';
export { startSimulator, type Simulator } from './simulator';
