export { KubeStatusError } from './kubeStatusError';
export { createStore } from './createStore';
export {
  parseExactDocuments,
  parseExactYaml,
  withServedNumbers,
} from './servedNumbers';
export { apiVersionOf, groupOf, kindKey } from './kindKey';
export type * from './types';
export type {
  OpenApiSchema,
  ValidationRule,
} from '@kratix-portal/backstage-plugin-kratix-common';
export {
  alreadyExists,
  badRequest,
  conflict,
  expired,
  forbidden,
  invalid,
  methodNotAllowed,
  noSuchResource,
  notFound,
  tooManyRequests,
  unsupportedMediaType,
} from './kubeStatusError';
