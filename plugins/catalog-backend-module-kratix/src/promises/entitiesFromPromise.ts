import type { Entity } from '@backstage/catalog-model';
import {
  apiOfPromise,
  formOf,
  type KubeObject,
  type RequestForm,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { EntityOptions } from '../catalog';
import { apiEntityFromPromise } from './apiEntityFromPromise';
import { componentEntityFromPromise } from './componentEntityFromPromise';
import { templateEntityFromPromise } from './templateEntityFromPromise';

/**
 * All entities of one Promise. A Promise without API, or with one that is none,
 * is a Component alone.
 *
 * @param forms - makes the form; a cache, or the engine itself
 * @internal
 */
export function entitiesFromPromise(
  promise: KubeObject,
  options: EntityOptions,
  forms: (schema: unknown) => RequestForm = formOf,
): Entity[] {
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const component = componentEntityFromPromise(promise, api, options);
  if (!api) return [component];
  const form = forms(api.schema);
  const template = templateEntityFromPromise(promise, { api, form }, options);
  return [
    component,
    apiEntityFromPromise(promise, api, options),
    ...(template ? [template] : []),
  ];
}
