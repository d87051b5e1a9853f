/**
 * REST API and live stream of the Kratix plugins, and the rules by which a
 * permission policy decides about requests.
 *
 * @packageDocumentation
 */
export { kratixPlugin as default } from './plugin';
export {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
  kratixRequestRules,
} from './permissions/rules';
export {
  kratixRequestResourceRef,
  type KratixRequestFilter,
  type KratixRequestResource,
} from './permissions/requestResource';
export { marketplaceSourceTypes } from './marketplace/sources/marketplaceSourceTypes';
