import type { Entity } from '@backstage/catalog-model';
import {
  apiOfPromise,
  cachedFormOf,
  hintsOfPromise,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { EntityOptions } from '../catalog';
import { apiEntityFromPromise } from './apiEntityFromPromise';
import { componentEntityFromPromise } from './componentEntityFromPromise';
import { templateEntityFromPromise } from './templateEntityFromPromise';

/**
 * All entities of one Promise. A Promise without API, or with one that is none,
 * is a Component alone. A Promise that the form engine fails at has a Template
 * with a text for the whole object.
 *
 * @param onProblem - is told of such a failure
 * @internal
 */
export function entitiesFromPromise(
  promise: KubeObject,
  options: EntityOptions,
  onProblem: (problem: Error) => void = () => {},
): Entity[] {
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const component = componentEntityFromPromise(promise, api, options);
  if (!api) return [component];
  const { hints } = hintsOfPromise(promise, options.annotationPrefix);
  const form = cachedFormOf(api.schema, {
    hints,
    promise: promise.metadata.name,
  });
  if (form.error) onProblem(form.error);
  const template = templateEntityFromPromise(promise, { api, form }, options);
  return [
    component,
    apiEntityFromPromise(promise, api, options),
    ...(template ? [template] : []),
  ];
}
