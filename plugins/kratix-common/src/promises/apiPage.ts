import type { PromiseDetail } from '../api';
import { hintsOfPromise, type HintsByField } from '../forms';
import type { KubeObject } from '../kube';
import { apiExamplesView } from './apiExamplesView';
import { apiFieldsView } from './apiFieldsView';
import type { OfferedApi, OfferedApiResult } from './apiOfPromise';
import { authorExample } from './authorExample';

/**
 * What a page says about the API of a Promise, installed or not.
 *
 * @public
 */
export interface ApiPage
  extends Pick<PromiseDetail, 'fields' | 'examples' | 'schema'> {
  hints?: HintsByField;
  /** Why the author's hints are passed over. */
  hintsProblem?: string;
}

/** @public */
export function apiPage(
  promise: KubeObject,
  offered: OfferedApiResult,
  annotationPrefix: string,
): ApiPage {
  const api = 'api' in offered ? offered.api : undefined;
  const { hints, problem } = hintsOfPromise(promise, annotationPrefix);
  return {
    fields: apiFieldsView(api?.schema),
    ...(api && { examples: examplesOf(promise, api, annotationPrefix) }),
    ...(api?.schema && { schema: api.schema }),
    ...(hints && { hints }),
    ...(problem !== undefined && { hintsProblem: problem }),
  };
}

function examplesOf(
  promise: KubeObject,
  api: OfferedApi,
  annotationPrefix: string,
): PromiseDetail['examples'] {
  const author = authorExample(promise, api, annotationPrefix);
  const generated = apiExamplesView(api, api.schema);
  return author === undefined ? generated : { ...generated, author };
}
