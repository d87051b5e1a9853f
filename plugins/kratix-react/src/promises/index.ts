export { PromiseIcon } from './PromiseIcon';
export { PromiseStatus } from './PromiseStatus';
