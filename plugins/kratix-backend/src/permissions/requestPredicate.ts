import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  propertyOf,
  type KratixRequestFilter,
  type KratixRequestResource,
} from './requestResource';

/** May this request be seen, changed or deleted? @internal */
export interface RequestPredicate {
  /** Equal keys decide alike: what is made for one serves the other. */
  readonly key: string;
  readonly all: boolean;
  /** Whatever it is: no request at all. */
  readonly none: boolean;
  matches(resource: KratixRequestResource): boolean;
}

const everything: RequestPredicate = {
  key: 'all',
  all: true,
  none: false,
  matches: () => true,
};

const nothing: RequestPredicate = {
  key: 'none',
  all: false,
  none: true,
  matches: () => false,
};

/**
 * A decision that is not a plain refusal, as a function of the request. Made
 * once per decision; cheap per request.
 *
 * @internal
 */
export function requestPredicate(
  decision: PolicyDecision,
  transform: ConditionTransformer<KratixRequestFilter>,
): RequestPredicate {
  if (decision.result === AuthorizeResult.ALLOW) return everything;
  if (decision.result !== AuthorizeResult.CONDITIONAL) return nothing;
  const criteria = transform(decision.conditions);
  return {
    key: JSON.stringify(criteria),
    all: false,
    none: false,
    matches: compile(criteria),
  };
}

function compile(
  criteria: PermissionCriteria<KratixRequestFilter>,
): RequestPredicate['matches'] {
  if ('allOf' in criteria) {
    const parts = criteria.allOf.map(compile);
    return resource => parts.every(matches => matches(resource));
  }
  if ('anyOf' in criteria) {
    const parts = criteria.anyOf.map(compile);
    return resource => parts.some(matches => matches(resource));
  }
  if ('not' in criteria) {
    const matches = compile(criteria.not);
    return resource => !matches(resource);
  }
  const { property, values } = criteria;
  const wanted = new Set(values);
  return resource => {
    const value = propertyOf(resource, property);
    return value !== undefined && wanted.has(value);
  };
}
