export { comparePromises } from './comparePromises';
export { promiseManifest } from './promiseManifest';
export * from './refusedRequests';
