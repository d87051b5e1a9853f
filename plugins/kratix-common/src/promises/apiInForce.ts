import { labelOf, nameOf, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { apiOfCrd, apiOfPromise, type OfferedApiResult } from './apiOfPromise';

/**
 * The API that requests of a Promise are made by: its own, which keeps what
 * its author wrote, or what the cluster has of it where that can't be read or
 * names no schema. Pure.
 *
 * @param crds - the platform's CRDs
 * @public
 */
export function apiInForce(
  promise: KubeObject | undefined,
  crds: readonly KubeObject[],
): OfferedApiResult {
  const offered = apiOfPromise(promise);
  const declared = 'api' in offered ? offered.api : undefined;
  const none = !declared && 'reason' in offered && offered.reason === 'none';
  if (!promise || declared?.schema || none) return offered;
  const live = crds.find(
    crd =>
      labelOf(crd, kratixLabels.promiseName) === nameOf(promise) &&
      (!declared || crd.metadata.name === declared.crd),
  );
  const served = live && apiOfCrd({ ...live });
  return served && 'api' in served ? served : offered;
}
