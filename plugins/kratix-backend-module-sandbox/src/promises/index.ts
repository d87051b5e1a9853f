export { PromiseController, type RequestQueues } from './promiseController';
export { fetchPromise, reconcileRelease } from './releaseController';
export { isDefinition, requestDefinition } from './requestDefinition';
export { promiseWebhook } from './promiseWebhook';
export { releaseWebhook } from './releaseWebhook';
