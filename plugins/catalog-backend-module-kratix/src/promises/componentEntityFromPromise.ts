import type { Entity } from '@backstage/catalog-model';
import {
  type KubeObject,
  listAt,
  type OfferedApi,
  platformEntityRef,
  promiseEntityName,
  promiseEntityRef,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { entityMetadata, type EntityOptions } from '../catalog';
import { promiseAnnotations } from './promiseAnnotations';
import { promiseRelations, promiseWords } from './promiseWords';

/** @internal */
export function componentEntityFromPromise(
  promise: KubeObject,
  api: OfferedApi | undefined,
  options: EntityOptions,
): Entity {
  const { id } = options.platform;
  const { name } = promise.metadata;
  const words = promiseWords(promise, options);
  const declared = promiseRelations(promise);
  const provides = [
    ...(api ? [promiseEntityRef('api', id, name)] : []),
    ...declared.providesApis,
  ];
  const dependsOn = [
    platformEntityRef(id),
    ...requiredPromises(promise).map(required =>
      promiseEntityRef('component', id, required),
    ),
    ...declared.dependsOn,
  ];
  const { subcomponentOf, consumesApis } = declared;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: entityMetadata(options, {
      name: promiseEntityName(id, name),
      title: words.title,
      description: words.description,
      tags: words.tags,
      location: `promises/${name}`,
      page: `promises/${id}/${name}`,
      annotations: promiseAnnotations(promise, api),
    }),
    spec: {
      type: 'kratix-promise',
      lifecycle: words.lifecycle,
      owner: words.owner,
      dependsOn,
      ...(words.system && { system: words.system }),
      ...(provides.length > 0 && { providesApis: provides }),
      ...(consumesApis.length > 0 && { consumesApis }),
      ...(subcomponentOf && { subcomponentOf }),
    },
  };
}

function requiredPromises(promise: KubeObject): string[] {
  const names = listAt(promise, 'spec', 'requiredPromises').flatMap(
    required => textAt(required, 'name') ?? [],
  );
  return [...new Set(names)];
}
