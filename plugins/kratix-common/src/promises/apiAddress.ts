import type { PromiseApi } from '../api';
import type { OfferedApi } from './apiOfPromise';

/** How requests of an API are addressed. @internal */
export function addressOf(offered: OfferedApi): PromiseApi {
  const { crd, group, version, kind, plural } = offered;
  return { crd, group, version, kind, plural };
}
