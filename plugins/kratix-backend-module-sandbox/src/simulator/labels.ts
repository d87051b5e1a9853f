/** Labels and finalizers of Kratix (reference §3 and §13). @internal */
export const label = {
  promiseName: 'kratix.io/promise-name',
  promiseVersion: 'kratix.io/promise-version',
  promiseReleaseName: 'kratix.io/promise-release-name',
  resourceName: 'kratix.io/resource-name',
  resourceNamespace: 'kratix.io/resource-namespace',
  latestRevision: 'kratix.io/latest-revision',
  workflowType: 'kratix.io/workflow-type',
  workflowAction: 'kratix.io/workflow-action',
  pipelineName: 'kratix.io/pipeline-name',
  workType: 'kratix.io/work-type',
  managedBy: 'app.kubernetes.io/managed-by',
  hash: 'kratix.io/hash',
  work: 'kratix.io/work',
  workloadGroupId: 'kratix.io/workload-group-id',
  targetDestination: 'kratix.io/targetDestinationName',
  misplaced: 'kratix.io/misplaced',
  dryRun: 'kratix.io/dry-run',
  manualReconciliation: 'kratix.io/manual-reconciliation',
  reconcileResources: 'kratix.io/reconcile-resources',
  paused: 'kratix.io/paused',
  workflowSuspended: 'kratix.io/workflow-suspended',
  runFromStart: 'internal.workflows.kratix.io/run-from-start',
} as const;

/** @internal */
export const annotation = {
  lastUpdatedAt: 'kratix.io/last-updated-at',
  keepRequests: 'kratix.io/skip-resource-request-cleanup-on-delete',
} as const;

/** @internal */
export const finalizer = {
  deleteWorkflows: 'kratix.io/delete-workflows',
  workCleanup: 'kratix.io/work-cleanup',
  workflowsCleanup: 'kratix.io/workflows-cleanup',
  bindingCleanup: 'kratix.io/resource-binding-cleanup',
  requestCleanup: 'kratix.io/resource-request-cleanup',
  controllerCleanup: 'kratix.io/dynamic-controller-dependant-resources-cleanup',
  definitionCleanup: 'kratix.io/api-crd-cleanup',
  dependenciesCleanup: 'kratix.io/dependencies-cleanup',
  revisionCleanup: 'kratix.io/revision-cleanup',
  promiseCleanup: 'kratix.io/promise-cleanup',
  placementCleanup: 'finalizers.workplacement.kratix.io/repo-cleanup',
  destinationCleanup: 'kratix.io/destination-cleanup',
  healthRecordCleanup: 'kratix.io/health-record-cleanup',
} as const;
