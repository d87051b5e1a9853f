import type {
  KubeObject,
  PromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { apiOf } from '../requests/fieldsOfRequest';

/**
 * A request as the portal would send it, for whoever keeps requests in Git.
 *
 * @internal
 */
export function requestManifest(options: {
  promise: Pick<PromiseDetail, 'api' | 'title'>;
  name: string;
  /** `-`: its kind is in no namespace. */
  namespace: string;
  fields: Record<string, unknown>;
  owner?: string;
  service?: string;
  requester?: string;
  /** Of the portal's annotations, ending in a slash. */
  prefix: string;
}): KubeObject {
  const { name, namespace, fields, prefix } = options;
  const { owner, service, requester } = options;
  const { group, version, kind } = apiOf(options.promise);
  const annotations = {
    ...(owner && { [`${prefix}owner`]: owner }),
    ...(requester && { [`${prefix}requested-by`]: requester }),
    ...(service && { [`${prefix}for`]: service }),
  };
  return {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: {
      name,
      ...(namespace !== '-' && { namespace }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    ...fields,
  };
}
