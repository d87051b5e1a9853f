import {
  kratixAnnotations,
  kratixLabels,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Labels of Kratix, and those that only it has a use for. @internal */
export const label = {
  ...kratixLabels,
  reconcileResources: 'kratix.io/reconcile-resources',
  runFromStart: 'internal.workflows.kratix.io/run-from-start',
} as const;

/** @internal */
export const annotation = {
  lastUpdatedAt: kratixAnnotations.lastUpdatedAt,
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
