import type { KratixT } from '../translation';

const finalizers = [
  [/\/promise-cleanup$/, 'promiseCleanup'],
  [/delete-workflows$/, 'deleteWorkflows'],
  [/workflows-cleanup$/, 'workflowsCleanup'],
  [/resource-request-cleanup$/, 'requestCleanup'],
  [/revision-cleanup$/, 'revisionCleanup'],
  [/controller-dependant-resources-cleanup$/, 'controllerCleanup'],
  [/dependencies-cleanup$/, 'dependenciesCleanup'],
  [/api-crd-cleanup$/, 'crdCleanup'],
  [/binding-cleanup$/, 'bindingCleanup'],
  [/work-cleanup$/, 'workCleanup'],
] as const;

/** What a finalizer waits for; its own name where it is not Kratix's. @public */
export function finalizerWords(name: string, t: KratixT): string {
  const known = finalizers.find(([pattern]) => pattern.test(name));
  return known ? t(`cause.finalizer.${known[1]}`) : name;
}
