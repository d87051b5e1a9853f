import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { field, listAt, textAt } from '../cache/fields';
import type { RequestKind } from '../types';
import { promiseOfLabel } from './promiseTerms';

const dnsLabel = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const dnsName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * The kind that a Promise defines, as its author wrote it. `undefined` for a
 * Promise without API and for one whose API is broken: that Promise alone has
 * no requests then. The parts become paths of calls, so they are checked.
 *
 * @internal
 */
export function requestKindOf(promise: KubeObject): RequestKind | undefined {
  const api = field(promise, 'spec', 'api');
  const group = textAt(api, 'spec', 'group');
  const plural = textAt(api, 'spec', 'names', 'plural');
  const kind = textAt(api, 'spec', 'names', 'kind');
  const version = versionOf(api);
  if (!group || !plural || !kind || !version) return undefined;
  if (!dnsName.test(group) || !dnsLabel.test(plural)) return undefined;
  return {
    crd: `${plural}.${group}`,
    group,
    version,
    kind,
    plural,
    promise: promise.metadata.name,
    namespaced: textAt(api, 'spec', 'scope') !== 'Cluster',
  };
}

/** The storage version if it is served, else the first that is. */
function versionOf(crd: unknown): string | undefined {
  const versions = listAt(crd, 'spec', 'versions');
  const served = versions.filter(one => field(one, 'served') !== false);
  const chosen =
    served.find(one => field(one, 'storage') === true) ?? served[0];
  const name = textAt(chosen, 'name');
  return name && dnsLabel.test(name) ? name : undefined;
}

/**
 * All request kinds of a platform, by CRD name. The live CRD decides the
 * version, since a Promise's update overwrites it later than the Promise. Where
 * two Promises declare the same CRD it is counted to the one that the CRD's
 * label names.
 *
 * @internal
 */
export function requestKindsOf(
  promises: KubeObject[],
  crds: KubeObject[],
): Map<string, RequestKind> {
  const live = new Map(crds.map(crd => [crd.metadata.name, crd]));
  const kinds = new Map<string, RequestKind>();
  const byName = [...promises].sort((a, b) =>
    a.metadata.name < b.metadata.name ? -1 : 1,
  );
  for (const promise of byName) {
    const declared = requestKindOf(promise);
    if (!declared) continue;
    const crd = live.get(declared.crd);
    const owner = crd && promiseOfLabel(crd);
    if (kinds.has(declared.crd) && owner !== declared.promise) continue;
    const version = (crd && versionOf(crd)) ?? declared.version;
    kinds.set(declared.crd, { ...declared, version });
  }
  return kinds;
}
