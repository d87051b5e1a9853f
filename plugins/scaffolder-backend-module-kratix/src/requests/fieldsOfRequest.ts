import { InputError } from '@backstage/errors';
import {
  cachedFormOf,
  objectFromForm,
  type PromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { fieldsIn } from './requestChanges';

/**
 * The fields of a request, from what a form gathered or as they are. By the
 * schema as it is now: the Template may be older than the Promise.
 *
 * @internal
 */
export function fieldsOfRequest(
  promise: Pick<PromiseDetail, 'schema' | 'hints'>,
  input: { values?: unknown; object?: Record<string, unknown> | string },
): Record<string, unknown> {
  if (input.object && input.values) {
    throw new InputError('Give values or object, not both');
  }
  if (input.object) return fieldsIn(input.object);
  const { schema, hints } = promise;
  return objectFromForm(cachedFormOf(schema, { hints }), input.values || {});
}

/** @internal */
export function apiOf({
  api,
  title,
}: Pick<PromiseDetail, 'api' | 'title'>): NonNullable<PromiseDetail['api']> {
  if (!api) throw new InputError(`${title} has no API to request from`);
  return api;
}
