import { noSuchResource } from '../store';

/**
 * What an HTTP call is about, from its method and path alone.
 *
 * @public
 */
export interface ApiCall {
  /** Kubernetes' verb: get, list, watch, create, update, patch, delete, deletecollection. */
  verb: string;
  /** Absent where the path is about no kind, as `/version`. */
  resource?: {
    group: string;
    version: string;
    plural: string;
    namespace?: string;
    name?: string;
    subresource?: string;
  };
  path: string;
  query: URLSearchParams;
}

const verbs: Record<string, [one: string, many: string]> = {
  GET: ['get', 'list'],
  HEAD: ['get', 'list'],
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['patch', 'patch'],
  DELETE: ['delete', 'deletecollection'],
};

function decoded(parts: string[]): string[] {
  try {
    return parts.map(decodeURIComponent);
  } catch {
    throw noSuchResource();
  }
}

/** `/apis/g/v/namespaces/n/plural/name/sub` and its shorter forms. */
function resourceOf(path: string): ApiCall['resource'] {
  const parts = decoded(path.split('/').filter(Boolean));
  const isCore = parts[0] === 'api';
  if (!isCore && parts[0] !== 'apis') return undefined;
  const [group, version, ...rest] = isCore
    ? ['', ...parts.slice(1)]
    : parts.slice(1);
  if (version === undefined || rest.length === 0) return undefined;
  // `/api/v1/namespaces/x` is the namespace itself; so is its status.
  const ofNamespace = ['status', 'finalize'];
  if (
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    !(isCore && ofNamespace.includes(rest[2]))
  ) {
    const [, namespace, plural, name, subresource] = rest;
    return { group, version, plural, namespace, name, subresource };
  }
  const [plural, name, subresource] = rest;
  return { group, version, plural, name, subresource };
}

/** Pure. @internal */
export function parseCall(method: string, url: string): ApiCall {
  const question = url.indexOf('?');
  const path = question < 0 ? url : url.slice(0, question);
  const query = new URLSearchParams(question < 0 ? '' : url.slice(question));
  const resource = resourceOf(path);
  const [one, many] = verbs[method] ?? ['get', 'list'];
  if (!resource)
    return { verb: method.toLocaleLowerCase('en-US'), path, query };
  const isWatch =
    !resource.name &&
    many === 'list' &&
    ['true', '1'].includes(query.get('watch') ?? '') &&
    method === 'GET';
  const verb = resource.name ? one : many;
  return { verb: isWatch ? 'watch' : verb, resource, path, query };
}
