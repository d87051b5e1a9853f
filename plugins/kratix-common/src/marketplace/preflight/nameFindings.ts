import type { PreflightFinding } from '../../api';
import {
  deletedAt,
  groupOf,
  labelOf,
  nameOf,
  textAt,
  type KubeObject,
} from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { apiOfPromise, type OfferedApi } from '../../promises';
import { findingOf } from './finding';
import type { PreflightInput } from './types';

/** Kinds of Kubernetes that people ask for by their short names. */
const builtIn = new Set(
  (
    'Namespace Pod Service Secret ConfigMap Node Event Deployment StatefulSet ' +
    'DaemonSet ReplicaSet Job CronJob Ingress NetworkPolicy Role RoleBinding ' +
    'ClusterRole ClusterRoleBinding ServiceAccount PersistentVolume ' +
    'PersistentVolumeClaim StorageClass Endpoints ResourceQuota LimitRange'
  )
    .toLocaleLowerCase('en-US')
    .split(' '),
);

/** Are name, API and kind free? @internal */
export function nameFindings(input: PreflightInput): PreflightFinding[] {
  const offered = apiOfPromise(input.promise);
  const api = 'api' in offered ? offered.api : undefined;
  return [
    nameFinding(input),
    ...(api ? [apiFinding(input, api), ...kindFindings(input, api)] : []),
  ];
}

function nameFinding(input: PreflightInput): PreflightFinding {
  const { listing, platform, method, upgrade } = input;
  const { name } = listing;
  if (!platform.promises) {
    return findingOf('name', 'warning', { params: { name } });
  }
  const there = platform.promises.find(one => nameOf(one) === name);
  if (there) {
    const version = labelOf(there, kratixLabels.promiseVersion);
    const params = { name, version };
    if (deletedAt(there)) {
      return findingOf('name', 'blocker', {
        params,
        details: [`Promise ${name} is being removed`],
      });
    }
    // Without an upgrade it has another API: it is another Promise.
    return findingOf('name', upgrade ? 'fine' : 'blocker', { params });
  }
  const release = platform.releases?.find(one => nameOf(one) === name);
  if (release && method === 'release') {
    return findingOf('name', 'blocker', {
      params: { name, version: textAt(release, 'spec', 'version') },
      details: [`PromiseRelease ${name} is there`],
    });
  }
  return findingOf('name', 'fine', { params: { name } });
}

function apiFinding(
  { listing, platform }: PreflightInput,
  { crd }: OfferedApi,
): PreflightFinding {
  const others = ownersOf(platform.promises ?? [], crd).filter(
    owner => owner !== listing.name,
  );
  const known = platform.crds?.find(one => nameOf(one) === crd);
  const live = known ?? platform.crd;
  const taken = (by: string) =>
    findingOf('api', 'blocker', { params: { crd, by } });
  if (others.length > 0) return taken(`Promise ${others.join(', ')}`);
  if (live === undefined) {
    return findingOf('api', 'warning', { params: { crd } });
  }
  if (live !== 'none') {
    const owner = labelOf(live, kratixLabels.promiseName);
    // Kratix would take it over in silence, and delete it with all its objects
    // when the Promise goes.
    if (owner === undefined) return taken('no Promise');
    if (owner !== listing.name) return taken(`Promise ${owner}`);
  }
  return findingOf('api', 'fine', { params: { crd } });
}

function ownersOf(promises: readonly KubeObject[], crd: string): string[] {
  return promises.flatMap(one => {
    const theirs = apiOfPromise(one);
    return 'api' in theirs && theirs.api.crd === crd ? [nameOf(one)] : [];
  });
}

function kindFindings(
  { platform }: PreflightInput,
  { crd, group, kind }: OfferedApi,
): PreflightFinding[] {
  const wanted = kind.toLocaleLowerCase('en-US');
  const groups = new Set<string>();
  if (builtIn.has(wanted)) groups.add('Kubernetes');
  const offer = (theirs: { crd: string; group: string; kind: string }) => {
    const same = theirs.kind.toLocaleLowerCase('en-US') === wanted;
    if (same && theirs.crd !== crd && theirs.group !== group) {
      groups.add(theirs.group);
    }
  };
  for (const promise of platform.promises ?? []) {
    const theirs = apiOfPromise(promise);
    if ('api' in theirs) offer(theirs.api);
  }
  for (const definition of platform.crds ?? []) {
    if (groupOf(definition) !== 'apiextensions.k8s.io') continue;
    offer({
      crd: nameOf(definition),
      group: textAt(definition, 'spec', 'group') ?? '',
      kind: textAt(definition, 'spec', 'names', 'kind') ?? '',
    });
  }
  const names = [...groups].sort();
  return [
    findingOf('kind-shared', names.length > 0 ? 'warning' : 'fine', {
      params: { kind, ...(names.length > 0 && { groups: names.join(', ') }) },
    }),
  ];
}
