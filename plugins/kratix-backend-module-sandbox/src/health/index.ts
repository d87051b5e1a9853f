export { reconcileHealth } from './healthController';
export { healthStatus } from './instanceHealth';
