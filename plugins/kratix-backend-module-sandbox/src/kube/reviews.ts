import type { Access, AccessAttributes, User } from '../access';
import { badRequest } from '../store';
import { readObject } from './body';
import type { ApiCall } from './call';
import type { Exchange } from './context';

interface ReviewSpec {
  user?: string;
  groups?: string[];
  uid?: string;
  namespace?: string;
  resourceAttributes?: {
    verb?: string;
    group?: string;
    resource?: string;
    subresource?: string;
    namespace?: string;
    name?: string;
  };
  nonResourceAttributes?: { path?: string; verb?: string };
}

function attributesOf(spec: ReviewSpec): AccessAttributes {
  const { resourceAttributes: of, nonResourceAttributes: path } = spec;
  if (!of) {
    if (!path) {
      throw badRequest(
        'exactly one of nonResourceAttributes or resourceAttributes must be specified',
      );
    }
    return { verb: path.verb ?? '', path: path.path ?? '' };
  }
  const { resource = '', subresource, name, namespace } = of;
  return {
    verb: of.verb ?? '',
    group: of.group ?? '',
    resource: subresource ? `${resource}/${subresource}` : resource,
    ...(name && { name }),
    ...(namespace && { namespace }),
  };
}

function rulesStatus(access: Access, user: User, namespace?: string) {
  if (!namespace) throw badRequest('no namespace on request');
  const rules = access.rules(user, namespace);
  return {
    resourceRules: rules
      .filter(({ resources }) => resources)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames && { resourceNames }),
      })),
    nonResourceRules: rules
      .filter(({ nonResourceURLs }) => nonResourceURLs)
      .map(({ verbs, nonResourceURLs }) => ({ verbs, nonResourceURLs })),
    incomplete: false,
  };
}

/** Kinds of question that are answered and not kept. @internal */
export function isReview({ resource }: ApiCall): boolean {
  return (
    resource?.version === 'v1' &&
    ((resource.group === 'authorization.k8s.io' &&
      [
        'selfsubjectaccessreviews',
        'selfsubjectrulesreviews',
        'subjectaccessreviews',
      ].includes(resource.plural)) ||
      (resource.group === 'authentication.k8s.io' &&
        resource.plural === 'selfsubjectreviews'))
  );
}

/** "May I …?", "may they …?", "what may I?", "who am I?" @internal */
export function answerReview(
  access: Access,
  { call, req, user }: Exchange,
): object {
  const body = readObject(req);
  const spec = (body.spec ?? {}) as ReviewSpec;
  const answered = (status: object) => ({
    ...body,
    metadata: { creationTimestamp: null },
    status,
  });
  switch (call.resource?.plural) {
    case 'selfsubjectreviews': {
      const { name, ...rest } = user;
      return answered({ userInfo: { username: name, ...rest } });
    }
    case 'selfsubjectrulesreviews':
      return answered(rulesStatus(access, user, spec.namespace));
    case 'subjectaccessreviews': {
      const { user: name = '', groups = [] } = spec;
      const about = { name, groups: [...groups] };
      return answered({ allowed: access.isAllowed(about, attributesOf(spec)) });
    }
    default:
      return answered({ allowed: access.isAllowed(user, attributesOf(spec)) });
  }
}
