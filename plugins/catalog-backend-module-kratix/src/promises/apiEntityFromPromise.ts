import type { Entity } from '@backstage/catalog-model';
import {
  type KubeObject,
  type OfferedApi,
  promiseEntityName,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';
import { entityMetadata, type EntityOptions } from '../catalog';
import { promiseAnnotations } from './promiseAnnotations';
import { promiseWords } from './promiseWords';

/** The API that a Promise offers; its definition is the CRD. @internal */
export function apiEntityFromPromise(
  promise: KubeObject,
  api: OfferedApi,
  options: EntityOptions,
): Entity {
  const { id } = options.platform;
  const { name } = promise.metadata;
  const words = promiseWords(promise, options);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: entityMetadata(options, {
      name: promiseEntityName(id, name),
      title: words.title,
      description: words.description,
      tags: words.tags,
      location: `promises/${name}`,
      page: `promises/${id}/${name}/api`,
      annotations: promiseAnnotations(promise, api),
    }),
    spec: {
      type: 'kratix-promise',
      lifecycle: words.lifecycle,
      owner: words.owner,
      ...(words.system && { system: words.system }),
      definition: stringify(valueAt(promise, 'spec', 'api'), {
        aliasDuplicateObjects: false,
      }),
    },
  };
}
