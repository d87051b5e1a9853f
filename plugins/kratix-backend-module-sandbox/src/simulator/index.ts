export { SimulationClock, type Cancel, type Clock } from './clock';
export type { SimulatorOptions } from './options';
export { startSimulator, type Simulator } from './simulator';
