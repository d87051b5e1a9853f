/**
 * Labels by which Kratix ties its objects together. Names of objects are cut
 * and hashed, so these are the only way to join them.
 *
 * @internal
 */
export const kratixLabels = {
  promiseName: 'kratix.io/promise-name',
  resourceName: 'kratix.io/resource-name',
  /** Only where the Promise sets a pipelineNamespace. */
  resourceNamespace: 'kratix.io/resource-namespace',
  workflowType: 'kratix.io/workflow-type',
  workType: 'kratix.io/work-type',
  work: 'kratix.io/work',
  promiseRelease: 'kratix.io/promise-release-name',
  dryRun: 'kratix.io/dry-run',
  dryRunOwner: 'kratix.io/dry-run-owner',
} as const;

/** Annotation on Jobs: the namespace of the request they run for. @internal */
export const jobResourceNamespace = 'kratix.io/job-resource-namespace';

/**
 * The two families of labels that make one request part of another; authors
 * use either.
 *
 * @internal
 */
export const parentLabelFamilies = [
  'kratix.io/component-of',
  'kratix.io/parent',
] as const;

/** @internal */
export const kratixGroup = 'platform.kratix.io';
