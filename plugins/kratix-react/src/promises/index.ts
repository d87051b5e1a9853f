export { PromiseStatus } from './PromiseStatus';
