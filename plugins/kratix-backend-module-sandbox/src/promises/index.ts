export { PromiseController, type RequestQueues } from './promiseController';
export { fetchPromise, reconcileRelease } from './releaseController';
export { isDefinition, requestDefinition } from './requestDefinition';
