import {
  apiOfCrd,
  apiOfPromise,
  type KubeObject,
  type OfferedApiResult,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestKind } from '../types';
import { promiseOfLabel } from './promiseTerms';

const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const dnsName = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * The kind that a Promise defines, as its author wrote it. `undefined` for a
 * Promise without API and for one whose API is broken: that Promise alone has
 * no requests then.
 *
 * @internal
 */
export function requestKindOf(promise: KubeObject): RequestKind | undefined {
  return kindOf(apiOfPromise(promise), promise.metadata.name);
}

/** The parts become paths of calls, so they are checked. */
function kindOf(
  result: OfferedApiResult,
  promise: string,
): RequestKind | undefined {
  if (!('api' in result)) return undefined;
  const { group, version, kind, plural, namespaced } = result.api;
  const wellFormed =
    dnsName.test(group) && dnsLabel.test(plural) && dnsLabel.test(version);
  if (!wellFormed) return undefined;
  const crd = `${plural}.${group}`;
  return { crd, group, version, kind, plural, promise, namespaced };
}

/**
 * All request kinds of a platform, by CRD name. The live CRD decides the
 * version, since a Promise's update overwrites it later than the Promise. Where
 * two Promises declare the same CRD it is counted to the one that the CRD's
 * label names. A Promise whose API was broken by an edit keeps the kind that is
 * live: its requests are still there.
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
    const served = crd && kindOf(apiOfCrd(crd), declared.promise);
    const version = served?.version ?? declared.version;
    kinds.set(declared.crd, { ...declared, version });
  }
  const names = new Set(promises.map(promise => promise.metadata.name));
  for (const crd of crds) {
    const owner = promiseOfLabel(crd);
    if (!owner || !names.has(owner) || kinds.has(crd.metadata.name)) continue;
    const kind = kindOf(apiOfCrd(crd), owner);
    if (kind) kinds.set(kind.crd, kind);
  }
  return kinds;
}
