import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod';
import {
  kratixRequestResourceRef,
  propertyOf,
  type KratixRequestFilter,
} from './requestResource';

/**
 * Rules are filters that also know a name: what `apply` says of one request
 * and `toQuery` of many can't drift apart.
 */
const oneOf =
  (property: KratixRequestFilter['property']) => (values: string[]) => ({
    filter: { property, values },
    matches: (value: string | undefined) =>
      value !== undefined && values.includes(value),
  });

const owner = oneOf('owner');
const namespace = oneOf('namespace');
const platform = oneOf('platform');
const promise = oneOf('promise');

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'The request is owned by one of these users or groups',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, usually those that the user acts for'),
  }),
  apply: (resource, { claims }) =>
    owner(claims).matches(propertyOf(resource, 'owner')),
  toQuery: ({ claims }) => owner(claims).filter,
});

const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'The request lives in one of these namespaces',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: (resource, { namespaces }) =>
    namespace(namespaces).matches(propertyOf(resource, 'namespace')),
  toQuery: ({ namespaces }) => namespace(namespaces).filter,
});

const onPlatform = createPermissionRule({
  name: 'ON_PLATFORM',
  description: 'The request is on one of these platforms',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    platforms: z.array(z.string()).describe('Ids of platforms, from config'),
  }),
  apply: (resource, { platforms }) =>
    platform(platforms).matches(propertyOf(resource, 'platform')),
  toQuery: ({ platforms }) => platform(platforms).filter,
});

const ofPromise = createPermissionRule({
  name: 'OF_PROMISE',
  description: 'The request was made from one of these Promises',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    promises: z.array(z.string()).describe('Names of Promises'),
  }),
  apply: (resource, { promises }) =>
    promise(promises).matches(propertyOf(resource, 'promise')),
  toQuery: ({ promises }) => promise(promises).filter,
});

/** Every rule about requests. @public */
export const kratixRequestRules = {
  isOwner,
  inNamespace,
  onPlatform,
  ofPromise,
};

const exports_ = createConditionExports({
  resourceRef: kratixRequestResourceRef,
  rules: kratixRequestRules,
});

/**
 * Conditions for a permission policy:
 * `kratixRequestConditions.isOwner({ claims })`.
 *
 * @public
 */
export const kratixRequestConditions = exports_.conditions;

/**
 * Makes a policy's decision of conditions about requests.
 *
 * @public
 */
export const createKratixRequestConditionalDecision =
  exports_.createConditionalDecision;
