/**
 * The labels, annotations and finalizers by which Kratix ties its objects
 * together. Joins use these, never names: names are cut and hashed.
 *
 * @public
 */
export const kratixLabels = {
  promiseName: 'kratix.io/promise-name',
  resourceName: 'kratix.io/resource-name',
  resourceNamespace: 'kratix.io/resource-namespace',
  promiseVersion: 'kratix.io/promise-version',
  promiseReleaseName: 'kratix.io/promise-release-name',
  latestRevision: 'kratix.io/latest-revision',
  workflowType: 'kratix.io/workflow-type',
  workflowAction: 'kratix.io/workflow-action',
  // Jobs of older Kratix releases.
  legacyWorkflowType: 'kratix.io/work-type',
  legacyWorkflowAction: 'kratix.io/work-action',
  pipelineName: 'kratix.io/pipeline-name',
  workType: 'kratix.io/work-type',
  managedBy: 'app.kubernetes.io/managed-by',
  hash: 'kratix.io/hash',
  work: 'kratix.io/work',
  workloadGroupId: 'kratix.io/workload-group-id',
  targetDestination: 'kratix.io/targetDestinationName',
  misplaced: 'kratix.io/misplaced',
  dryRun: 'kratix.io/dry-run',
  dryRunOwner: 'kratix.io/dry-run-owner',
  dryRunSummary: 'kratix.io/dry-run-summary',
  paused: 'kratix.io/paused',
  workflowSuspended: 'kratix.io/workflow-suspended',
  manualReconciliation: 'kratix.io/manual-reconciliation',
  componentOfPromise: 'kratix.io/component-of-promise-name',
  componentOfName: 'kratix.io/component-of-resource-name',
  componentOfNamespace: 'kratix.io/component-of-resource-namespace',
  parentPromise: 'kratix.io/parent-promise-name',
  parentName: 'kratix.io/parent-resource-name',
  parentNamespace: 'kratix.io/parent-resource-namespace',
} as const;

/** @public */
export const kratixAnnotations = {
  /** Rewritten many times a second on static-dependency Works; means nothing. */
  lastUpdatedAt: 'kratix.io/last-updated-at',
  reconciliationInterval: 'kratix.io/reconciliation-interval',
  jobResourceNamespace: 'kratix.io/job-resource-namespace',
  jobResourceName: 'kratix.io/job-resource-name',
  backstageGroup: 'kratix.io/backstage-group',
} as const;

/** Where promise-level objects live unless a Promise says otherwise. @public */
export const kratixSystemNamespace = 'kratix-platform-system';

/** `spec.version` and `promiseVersion` of a Promise without version label. @public */
export const unversioned = 'not-set';

/** The finalizers of a request in the order they are worked off. @public */
export const requestFinalizers = [
  'kratix.io/delete-workflows',
  'kratix.io/work-cleanup',
  'kratix.io/workflows-cleanup',
  'kratix.io/resource-binding-cleanup',
] as const;

/** The finalizers of a Promise in the order they are worked off. @public */
export const promiseFinalizers = [
  'kratix.io/delete-workflows',
  'kratix.io/workflows-cleanup',
  'kratix.io/resource-request-cleanup',
  'kratix.io/revision-cleanup',
  'kratix.io/dynamic-controller-dependant-resources-cleanup',
  'kratix.io/dependencies-cleanup',
  'kratix.io/api-crd-cleanup',
] as const;

/** The finalizers of a PromiseRelease. @public */
export const releaseFinalizers = ['kratix.io/promise-cleanup'] as const;
