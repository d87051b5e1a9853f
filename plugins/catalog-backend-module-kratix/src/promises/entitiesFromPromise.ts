import type { Entity } from '@backstage/catalog-model';
import {
  apiInForce,
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
 * @internal
 */
export function entitiesFromPromise(
  promise: KubeObject,
  options: EntityOptions,
  more: {
    /** Of the platform, for a Promise whose own API can't be read. */
    crds?: readonly KubeObject[];
    /** Is told of such a failure. */
    onProblem?: (problem: Error) => void;
  } = {},
): Entity[] {
  const offered = apiInForce(promise, more.crds ?? []);
  const api = 'api' in offered ? offered.api : undefined;
  const component = componentEntityFromPromise(promise, api, options);
  if (!api) return [component];
  const { hints } = hintsOfPromise(promise, options.annotationPrefix);
  const form = cachedFormOf(api.schema, {
    hints,
    promise: promise.metadata.name,
  });
  if (form.error) more.onProblem?.(form.error);
  const template = templateEntityFromPromise(promise, { api, form }, options);
  return [
    component,
    apiEntityFromPromise(promise, api, options),
    ...(template ? [template] : []),
  ];
}
