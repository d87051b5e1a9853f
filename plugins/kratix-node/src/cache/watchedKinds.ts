import type { RequestKind, WatchedKind } from '../types';

/** @internal */
export const kratixGroup = 'platform.kratix.io';

/** What a reflector needs to know of a kind. @internal */
export interface KindDefinition {
  group: string;
  version: string;
  plural: string;
  kind: string;
  namespaced: boolean;
  /** Without it nothing can be shown: its absence means no Kratix. */
  core: boolean;
  /** The Promise whose requests these are. */
  promise?: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Objects a page of the list. */
  pageSize: number;
  /** Ask for `PartialObjectMetadata` where the server knows it. */
  metadataOnly?: boolean;
}

/** `group/plural`, group `''` for the core kinds. @internal */
export function kindKey(kind: { group: string; plural: string }): string {
  return `${kind.group}/${kind.plural}`;
}

const pageSize = 500;
// Their workloads come whole and are cut only after parsing: a page of 500
// could be a hundred megabytes.
const heavyPageSize = 100;

const kratix = (kind: string, more: Partial<KindDefinition> = {}) => ({
  group: kratixGroup,
  version: 'v1alpha1',
  plural: `${kind.toLowerCase()}s`,
  kind,
  namespaced: false,
  core: false,
  pageSize,
  ...more,
});

/** The kinds watched on every platform, besides its request kinds. @internal */
export const watchedKinds: Record<WatchedKind, KindDefinition> = {
  promises: kratix('Promise', { core: true }),
  promisereleases: kratix('PromiseRelease'),
  promiserevisions: kratix('PromiseRevision'),
  resourcebindings: kratix('ResourceBinding', { namespaced: true }),
  destinations: kratix('Destination', { core: true }),
  works: kratix('Work', {
    namespaced: true,
    core: true,
    pageSize: heavyPageSize,
  }),
  workplacements: kratix('WorkPlacement', {
    namespaced: true,
    core: true,
    pageSize: heavyPageSize,
  }),
  bucketstatestores: kratix('BucketStateStore'),
  gitstatestores: kratix('GitStateStore'),
  healthrecords: kratix('HealthRecord', { namespaced: true }),
  dryruns: kratix('DryRun', { namespaced: true }),
  customresourcedefinitions: {
    group: 'apiextensions.k8s.io',
    version: 'v1',
    plural: 'customresourcedefinitions',
    kind: 'CustomResourceDefinition',
    namespaced: false,
    core: false,
    labelSelector: 'kratix.io/promise-name',
    pageSize: heavyPageSize,
  },
  jobs: {
    group: 'batch',
    version: 'v1',
    plural: 'jobs',
    kind: 'Job',
    namespaced: true,
    core: false,
    labelSelector: 'app.kubernetes.io/managed-by=Kratix',
    pageSize,
  },
  pods: {
    group: '',
    version: 'v1',
    plural: 'pods',
    kind: 'Pod',
    namespaced: true,
    core: false,
    labelSelector: 'app.kubernetes.io/managed-by=Kratix',
    fieldSelector: 'status.phase!=Succeeded',
    pageSize,
  },
  namespaces: {
    group: '',
    version: 'v1',
    plural: 'namespaces',
    kind: 'Namespace',
    namespaced: false,
    core: false,
    pageSize,
    metadataOnly: true,
  },
  events: {
    group: '',
    version: 'v1',
    plural: 'events',
    kind: 'Event',
    namespaced: true,
    core: false,
    pageSize,
  },
};

/** @internal */
export const watchedKindKeys = Object.fromEntries(
  Object.entries(watchedKinds).map(([name, definition]) => [
    name,
    kindKey(definition),
  ]),
) as Record<WatchedKind, string>;

/** @internal */
export function definitionOfRequestKind(kind: RequestKind): KindDefinition {
  const { group, version, plural, namespaced, promise } = kind;
  return {
    group,
    version,
    plural,
    kind: kind.kind,
    namespaced,
    core: false,
    promise,
    pageSize,
  };
}
