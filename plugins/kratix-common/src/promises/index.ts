export * from './apiInForce';
export * from './apiOfPromise';
export * from './authorExample';
export * from './availability';
export * from './describePromise';
export type * from './facts';
export * from './requirements';
export * from './promiseOwner';
export * from './promiseTexts';
export * from './apiExamplesView';
export * from './apiFieldsView';
export * from './apiPage';
export * from './contentHash';
export * from './promiseDetailView';
export * from './promiseView';
export { releaseTrouble } from './releaseRules';
export { wasAvailable } from './availabilityRules';
export {
  isAuthorsOutput,
  isSecretReference,
  namedOutputs,
  outputTitle,
  type NamedOutput,
} from './outputs';
